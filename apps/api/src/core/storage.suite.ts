import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { Readable } from "node:stream";
import type { FileStorage } from "@vitrina/domain/core";
import { expect, test } from "vitest";

async function* parts(...given: (string | Uint8Array)[]) {
  for (const part of given) yield typeof part === "string" ? Buffer.from(part) : part;
}
const plain = (size: number) => ({ size, type: "text/plain" });

/** What every storage promises. */
export function describeStorage(storage: () => FileStorage): void {
  test("a file comes back as it went, and a second one replaces it", async () => {
    await storage().write("media/a.webp", parts("one", "two"), plain(6));
    const first = await storage().read("media/a.webp");
    expect(first?.size).toBe(6);
    expect(await text(Readable.from(first?.content ?? []))).toBe("onetwo");

    await storage().write("media/a.webp", parts("three"), plain(5));
    const second = await storage().read("media/a.webp");
    expect(await text(Readable.from(second?.content ?? []))).toBe("three");
  });

  test("what is not there, or no longer, is told as nothing", async () => {
    await storage().write("imports/gone", parts("x"), plain(1));
    await storage().remove("imports/gone");
    await storage().remove("imports/gone");

    expect(await storage().read("imports/gone")).toBeNull();
    expect(await storage().read("imports/never")).toBeNull();
  });

  test("a large file goes through as a stream", async () => {
    const part = randomBytes(1 << 20);
    await storage().write("imports/large", parts(...Array.from({ length: 12 }, () => part)), plain(12 * part.length));

    const file = await storage().read("imports/large");
    let size = 0;
    for await (const chunk of file?.content ?? []) size += chunk.length;
    expect(size).toBe(12 * part.length);
  });

  test.each([
    "../secret",
    "media/../../secret",
    "/etc/passwd",
    "media//x",
    "media/.hidden",
    "media/%2e%2e",
    "media/a\0b",
    "",
  ])("no name leads out of the storage: %j (T-29)", async (name) => {
    await expect(storage().read(name)).rejects.toThrow("not a name");
    await expect(storage().write(name, parts("x"), plain(1))).rejects.toThrow("not a name");
  });
}
