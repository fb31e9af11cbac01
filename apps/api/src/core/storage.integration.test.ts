import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLocalStorage } from "#core/local-storage.ts";
import { createS3Storage } from "#core/s3-storage.ts";
import { describeStorage } from "#core/storage.suite.ts";

const folder = mkdtempSync(path.join(tmpdir(), "vitrina-storage-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a folder", () => {
  const storage = createLocalStorage({ media: path.join(folder, "media"), imports: path.join(folder, "imports") });
  describeStorage(() => storage);

  // Of a bucket its service promises this; the one that stands in for it here does not keep it.
  test("a file that breaks off leaves what was there", async () => {
    const about = { size: 5, type: "text/plain" };
    await storage.write("media/kept.webp", Readable.from([Buffer.from("whole")]), about);
    const broken = async function* () {
      yield Buffer.from("ha");
      throw new Error("the sender went away");
    };

    await expect(storage.write("media/kept.webp", broken(), about)).rejects.toThrow();

    const file = await storage.read("media/kept.webp");
    expect(await text(Readable.from(file?.content ?? []))).toBe("whole");
  });
});

test("a file of a folder is opened when it is read: what nobody reads is not left open", async () => {
  const storage = createLocalStorage({ media: path.join(folder, "media") });
  await storage.write("media/unread.webp", Readable.from([Buffer.from("x")]), { size: 1, type: "text/plain" });

  const file = await storage.read("media/unread.webp");
  await storage.remove("media/unread.webp");

  await expect(text(Readable.from(file?.content ?? []))).rejects.toThrow("ENOENT");
});

describe("a bucket", () => {
  const server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: path.join(folder, "s3"),
    configureBuckets: [{ name: "shop", configs: [] }],
  });
  const keys = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
  let endpoint = "";
  beforeAll(async () => void (endpoint = `http://127.0.0.1:${(await server.run()).port}`));
  afterAll(() => server.close());
  const bucket = (change: object = {}) =>
    createS3Storage({ endpoint, bucket: "shop", region: "us-east-1", ...keys, ...change });
  describeStorage(bucket);

  test("a key that is not known, or a bucket that is not there, is an error and never an empty answer", async () => {
    const content = async function* () {
      yield Buffer.from("x");
    };
    const about = { size: 1, type: "text/plain" };

    const stranger = bucket({ accessKeyId: "nobody" });
    await expect(stranger.write("media/x", content(), about)).rejects.toThrow("403");
    await expect(bucket({ bucket: "none" }).write("media/x", content(), about)).rejects.toThrow("no bucket");
  });
});
