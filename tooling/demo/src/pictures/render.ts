import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import sharp from "sharp";

/** The files of one picture: every width in every format, named `<key>-<width>.<format>`. */
export type Files = { webp: readonly number[]; avif: readonly number[] };

export type Drawing = {
  key: string;
  files: Files;
  svg: () => string;
  /** The key does not name the content, so the SVG beside the files says what they were drawn from. */
  keepSvg?: boolean;
};

export type RenderOptions = {
  outDir: string;
  onProgress?: (done: number, total: number) => void;
  concurrency?: number;
};

/** Low effort: the first start waits for these files, and AVIF at 50 still shows no banding on the wall. */
const QUALITY = {
  webp: { quality: 82, effort: 2 },
  avif: { quality: 50, effort: 0, chromaSubsampling: "4:2:0" },
} as const;

const filesOf = ({ key, files }: Drawing) =>
  [
    ...files.webp.map((width) => ({ name: `${key}-${width}.webp`, width, format: "webp" as const })),
    ...files.avif.map((width) => ({ name: `${key}-${width}.avif`, width, format: "avif" as const })),
  ].sort((a, b) => b.width - a.width);

/** A killed process leaves a whole file or none under the name. */
async function writeWhole(file: string, content: Buffer | string) {
  const unfinished = `${file}.${process.pid}.tmp`;
  await writeFile(unfinished, content);
  await rename(unfinished, file);
}

/** Draws a picture once at full size; every smaller size is scaled down from the one before it. */
async function render(drawing: Drawing, outDir: string) {
  const svg = drawing.svg();
  let pixels = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (const { name, width, format } of filesOf(drawing)) {
    if (width < pixels.info.width) {
      pixels = await sharp(pixels.data, { raw: pixels.info }).resize(width).raw().toBuffer({ resolveWithObject: true });
    }
    const encoded = await sharp(pixels.data, { raw: pixels.info })[format](QUALITY[format]).toBuffer();
    await writeWhole(join(outDir, name), encoded);
  }
  if (drawing.keepSvg) await writeWhole(join(outDir, `${drawing.key}.svg`), svg);
}

async function isDrawn(drawing: Drawing, outDir: string, present: ReadonlySet<string>) {
  if (!filesOf(drawing).every(({ name }) => present.has(name))) return false;
  if (!drawing.keepSvg) return true;
  return (
    present.has(`${drawing.key}.svg`) && (await readFile(join(outDir, `${drawing.key}.svg`), "utf8")) === drawing.svg()
  );
}

/** Writes the files that are missing; `onProgress` counts every drawing, also those that were there. */
export async function renderDrawings(drawings: readonly Drawing[], options: RenderOptions): Promise<void> {
  const { outDir, onProgress, concurrency = availableParallelism() } = options;
  await mkdir(outDir, { recursive: true });
  const present = new Set(await readdir(outDir));
  const missing: Drawing[] = [];
  for (const drawing of drawings) if (!(await isDrawn(drawing, outDir, present))) missing.push(drawing);

  let done = drawings.length - missing.length;
  onProgress?.(done, drawings.length);
  const threads = sharp.concurrency();
  sharp.concurrency(1);
  const queue = missing.values();
  const work = async () => {
    for (const drawing of queue) {
      await render(drawing, outDir);
      onProgress?.(++done, drawings.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, concurrency) }, work));
  } finally {
    sharp.concurrency(threads);
  }
}
