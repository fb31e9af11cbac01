import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Logger } from "pino";
import { afterAll, beforeAll } from "vitest";
import { createApp } from "#app.ts";
import { createLog } from "#core/log.ts";
import { createMetrics } from "#core/metrics.ts";
import type { Pages } from "#pages.ts";
import type { TestShop } from "#testing.ts";

interface Options {
  log?: Logger;
  /** Sees every request before it is answered. */
  onRequest?: (request: Request) => void;
  ready?: () => Promise<void>;
  /** None unless told. */
  pages?: Pages | null;
}

/** Serves the shop on a free port while the tests of the file run. */
export function serveShop(
  shop: TestShop,
  { log = createLog("silent"), onRequest = () => {}, ready = async () => {}, pages = null }: Options = {},
) {
  let server: Server;
  beforeAll(async () => {
    const app = createApp({
      services: shop.services,
      log,
      now: shop.clock.now,
      https: false,
      publicUrl: "http://localhost:3000",
      loopback: true,
      trustedProxies: [],
      mediaDir: "/nonexistent",
      webDir: "/nonexistent",
      pages,
      metrics: createMetrics(),
      ready,
    });
    const fetch: typeof app.fetch = (request, ...rest) => {
      onRequest(request);
      return app.fetch(request, ...rest);
    };
    server = serve({ fetch, port: 0, hostname: "127.0.0.1" }) as Server;
    await new Promise((resolve) => server.once("listening", resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return {
    /** Its address without a trailing slash. */
    get url() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
  };
}
