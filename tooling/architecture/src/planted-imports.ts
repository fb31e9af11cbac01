import { domains } from "#domains";

/** A file that breaks the house's rules, and the rule that must say so. */
export interface Planted {
  rule: string;
  file: string;
  code: string;
}

const roomArrows = Object.entries(domains).flatMap(([room, known]): Planted[] => {
  const stranger = Object.keys(domains).find((other) => other !== room && !known.includes(other));
  if (!stranger) return [];
  const code = `export type * from "@vitrina/domain/${stranger}";`;
  return [{ rule: `room-arrows:${room}`, file: `packages/domain/src/${room}/probe-arrow.ts`, code }];
});

/** Imports that dependency-cruiser must refuse. */
export const forbiddenImports: Planted[] = [
  ...roomArrows,
  {
    rule: "room-arrows:cart",
    file: "packages/db/src/cart/probe-arrow.ts",
    code: `import type { Order } from "@vitrina/domain/orders";\nexport type Probe = Order;`,
  },
  {
    rule: "room-arrows:catalog",
    file: "packages/api-contract/src/catalog/probe-arrow.ts",
    code: `export * from "#cart/cart.contract.ts";`,
  },
  {
    rule: "room-arrows:catalog",
    file: "apps/api/src/catalog/probe-arrow.ts",
    code: `export const probe = () => import("@vitrina/domain/cart");`,
  },
  { rule: "on-the-map", file: "packages/domain/src/attic/probe.ts", code: `export * from "@vitrina/domain/core";` },
  {
    rule: "front-door-only",
    file: "packages/db/src/cart/probe-side-door.ts",
    code: `export * from "../../../domain/src/catalog/product.ts";`,
  },
  {
    rule: "front-door-only",
    file: "packages/domain/src/cart/probe-side-door.ts",
    code: `export * from "../catalog/product.ts";`,
  },
  {
    rule: "front-door-only",
    file: "apps/api/src/cart/probe-side-door.ts",
    code: `export * from "../../../../packages/domain/src/cart/cart.ts";`,
  },
  { rule: "domain-is-pure", file: "packages/domain/src/cart/probe-disk.ts", code: `export * from "node:fs";` },
  { rule: "domain-is-pure", file: "packages/domain/src/cart/probe-kysely.ts", code: `export * from "kysely";` },
  {
    rule: "contract-sees-domain",
    file: "packages/api-contract/src/cart/probe-db.ts",
    code: `export * from "../../../db/src/index.ts";`,
  },
  {
    rule: "db-sees-domain",
    file: "packages/db/src/cart/probe-contract.ts",
    code: `export * from "../../../api-contract/src/index.ts";`,
  },
  {
    rule: "web-sees-contract",
    file: "apps/web/src/cart/probe-domain.ts",
    code: `export * from "../../../../packages/domain/src/cart/index.ts";`,
  },
  {
    rule: "web-sees-contract",
    file: "apps/web/src/cart/probe-pg.ts",
    code: `export * from "../../../../packages/db/node_modules/pg/lib/index.js";`,
  },
  {
    rule: "api-stands-alone",
    file: "apps/api/src/cart/probe-web.ts",
    code: `export * from "../../../web/src/cart/probe-domain.ts";`,
  },
  { rule: "app-rooms-apart", file: "apps/api/src/cart/probe-room.ts", code: `export * from "#orders/probe-room.ts";` },
  { rule: "app-rooms-apart", file: "apps/api/src/core/probe-room.ts", code: `export * from "#orders/probe-room.ts";` },
  { rule: "app-rooms-apart", file: "apps/api/src/orders/probe-room.ts", code: `export * from "#router.ts";` },
  {
    rule: "app-rooms-apart",
    file: "apps/web/src/cart/probe-room.tsx",
    code: `export * from "#orders/probe-room.tsx";`,
  },
  { rule: "app-rooms-apart", file: "apps/web/src/orders/probe-room.tsx", code: `export * from "#routes/__root.tsx";` },
  {
    rule: "migrations-stand-alone",
    file: "packages/db/src/migrations/9999_probe.ts",
    code: `export * from "@vitrina/domain/core";`,
  },
  {
    rule: "tests-stay-outside",
    file: "packages/db/src/cart/probe-testing.ts",
    code: `export * from "@vitrina/db/testing";`,
  },
  { rule: "tests-stay-outside", file: "packages/domain/src/cart/probe-vitest.ts", code: `export * from "vitest";` },
  { rule: "no-circles", file: "packages/domain/src/cart/probe-hen.ts", code: `export * from "./probe-egg.ts";` },
  { rule: "no-circles", file: "packages/domain/src/cart/probe-egg.ts", code: `export type * from "./probe-hen.ts";` },
  {
    rule: "resolves",
    file: "packages/db/src/cart/probe-gone.ts",
    code: `export * from "@vitrina/domain/catalog/product";`,
  },
  { rule: "resolves", file: "apps/web/src/cart/probe-floor.ts", code: `export * from "@vitrina/db";` },
];
