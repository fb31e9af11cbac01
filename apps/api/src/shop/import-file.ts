import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** A file to import; it is read from its beginning each time. */
export interface ImportFile {
  open(): Promise<Readable>;
}

export const localFile = (path: string): ImportFile => ({
  open: async () => createReadStream(path, { highWaterMark: 1 << 18 }),
});

export const sizeOf = async (file: string): Promise<number> => (await stat(file)).size;

/** The bytes of a file, unpacked when it is gzipped, and how many of its own have been read so far. */
export async function openChunks(file: ImportFile): Promise<{ chunks: AsyncIterable<Buffer>; position(): number }> {
  const raw = await file.open();
  let position = 0;
  async function* counted() {
    for await (const chunk of raw as AsyncIterable<Buffer>) {
      position += chunk.length;
      yield chunk;
    }
  }
  const { first, all } = await peek(counted(), 2);
  const packed = first[0] === 0x1f && first[1] === 0x8b;
  return { chunks: packed ? unpacked(all) : all, position: () => position };
}

function unpacked(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const output = new PassThrough();
  pipeline(chunks, createGunzip(), output).catch((error: Error) => output.destroy(error));
  return output;
}

/** The first bytes of a stream, at least `size` unless it is shorter, and the stream with them. */
export async function peek(chunks: AsyncIterable<Buffer>, size: number) {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) break;
    seen.push(next.value);
    length += next.value.length;
  }
  async function* all() {
    try {
      yield* seen;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { first: Buffer.concat(seen), all: all() };
}
