import { writeFile } from "node:fs/promises";
import path from "node:path";
import { readFolder } from "./migrate.ts";

/** Writes the checksum of every migration file into the manifest beside them. Returns how many there are. */
export async function seal(folder: string): Promise<number> {
  const files = await readFolder(folder);
  const manifest = Object.fromEntries(files.map(({ name, checksum }) => [name, checksum]));
  await writeFile(path.join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return files.length;
}
