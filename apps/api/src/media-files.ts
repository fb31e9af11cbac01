import { serveStatic } from "@hono/node-server/serve-static";
import type { FileStorage } from "@vitrina/domain/core";
import { Hono } from "hono";

const FILE = /^\/media\/([a-z0-9][a-z0-9_-]{0,120}\.(avif|webp|svg))$/i;
const IMMUTABLE = "public, max-age=31536000, immutable";

/**
 * Pictures: of this machine's folder, else of the storage. Only names as the shop makes them are looked for (T-29), and
 * whoever opens one by itself saves it: nothing of an upload is ever shown as a page of the shop (T-28).
 */
export function mediaFiles(mediaDir: string, storage: FileStorage, lasting: (path: string) => string | null): Hono {
  const routes = new Hono();
  routes.use("/media/*", async (c, next) => {
    if (!FILE.test(c.req.path)) return c.text("not found", 404);
    await next();
    c.header("content-disposition", "attachment");
    return;
  });
  routes.use(
    "/media/*",
    serveStatic({
      root: mediaDir,
      precompressed: true,
      rewriteRequestPath: (path) => path.slice("/media".length),
      onFound: (path, c) => c.header("cache-control", lasting(path) ?? IMMUTABLE),
    }),
  );
  routes.get("/media/:name", async (c) => {
    const [, name = "", ending = ""] = FILE.exec(c.req.path) ?? [];
    if (ending.toLowerCase() === "svg") return c.text("not found", 404);
    const file = await storage.read(`media/${name.toLowerCase()}`);
    if (!file) return c.text("not found", 404);
    // Reads nothing before it is read itself: a HEAD request opens no file.
    return c.body(ReadableStream.from(file.content) as ReadableStream, 200, {
      "content-type": `image/${ending.toLowerCase()}`,
      "content-length": String(file.size),
      "cache-control": IMMUTABLE,
    });
  });
  return routes;
}
