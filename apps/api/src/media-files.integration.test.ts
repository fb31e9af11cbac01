import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import type { FileStorage } from "@vitrina/domain/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLocalStorage } from "#core/local-storage.ts";
import { mediaFiles } from "#media-files.ts";

const folder = mkdtempSync(path.join(tmpdir(), "vitrina-media-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const PICTURE = Buffer.alloc(2 ** 20, "x");

let opened = 0;
const local = createLocalStorage({ media: path.join(folder, "kept") });
const storage: FileStorage = {
  ...local,
  async read(name) {
    const file = await local.read(name);
    return (
      file && {
        ...file,
        content: (async function* () {
          opened++;
          yield* file.content;
        })(),
      }
    );
  },
};
const routes = mediaFiles(path.join(folder, "drawn"), storage, () => null);

beforeAll(() =>
  local.write("media/up-1-1200.webp", Readable.from([PICTURE]), { size: PICTURE.length, type: "image/webp" }),
);

test("a picture is opened for whoever reads it, and not for a HEAD request, which would leave it open", async () => {
  const told = await routes.request("/media/up-1-1200.webp", { method: "HEAD" });
  expect(told.status).toBe(200);
  expect(told.headers.get("content-length")).toBe(String(PICTURE.length));
  expect(opened).toBe(0);

  const read = await routes.request("/media/UP-1-1200.webp");
  expect((await read.arrayBuffer()).byteLength).toBe(PICTURE.length);
  expect(opened).toBe(1);
});
