import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { type FileStorage, isFileName } from "@vitrina/domain/core";

const PIECE = 2 ** 18;

/**
 * Files in folders of this machine, or of a volume that all machines share; `folders` says which is for the names that
 * begin with "media/" and so on.
 */
export function createLocalStorage(folders: Readonly<Record<string, string>>): FileStorage {
  const placeOf = (name: string): string => {
    const [first = "", ...rest] = name.split("/");
    const folder = Object.hasOwn(folders, first) ? folders[first] : undefined;
    if (!isFileName(name) || !folder || rest.length === 0)
      throw new Error(`not a name of a file: ${JSON.stringify(name)}`);
    return path.join(folder, ...rest);
  };
  return {
    async write(name, content) {
      const place = placeOf(name);
      await mkdir(path.dirname(place), { recursive: true });
      // A killed process leaves a whole file or none under the name.
      const unfinished = `${place}.${randomUUID()}.tmp`;
      try {
        await pipeline(content, createWriteStream(unfinished));
        await rename(unfinished, place);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async read(name) {
      const place = placeOf(name);
      const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      return found && { content: piecesOf(place), size: found.size };
    },
    remove: (name) => rm(placeOf(name), { force: true }),
  };
}

/** Opened with the first piece: what nobody reads, as after a HEAD request, is not left open. */
async function* piecesOf(place: string): AsyncGenerator<Uint8Array> {
  const file = await open(place);
  try {
    yield* file.createReadStream({ highWaterMark: PIECE, autoClose: false });
  } finally {
    await file.close();
  }
}
