import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { demoHero, demoProducts, PICTURE_FILES, pictureSvg } from "#index.ts";
import { renderDrawings, type Drawing } from "./render.ts";
import { templates } from "./templates/index.ts";

const pictures = demoProducts.flatMap((product) => product.pictures);

let outDir: string;
beforeEach(async () => {
  outDir = await mkdtemp(join(tmpdir(), "vitrina pictures "));
});
afterEach(() => rm(outDir, { recursive: true }));

const aDrawing = (key: string): Drawing => ({ key, files: PICTURE_FILES, svg: () => pictureSvg(pictures[0]!) });

test("the pictures are drawn the same on every machine", () => {
  const hash = createHash("sha256");
  for (const picture of pictures) hash.update(pictureSvg(picture));
  for (const hero of demoHero) hash.update(hero.svg());

  expect(hash.digest("hex").slice(0, 16)).toMatchInlineSnapshot(`"60dff062f8acab89"`);
});

test("a picture needs no font, no filter, no script and nothing from elsewhere", () => {
  for (const picture of pictures) {
    expect(pictureSvg(picture)).not.toMatch(/<text|<filter|<script|<image|href|NaN|undefined/);
  }
});

test("every template is used by some product", () => {
  expect(new Set(pictures.map(({ template }) => template))).toEqual(new Set(Object.keys(templates)));
});

test("a picture is described by what it shows", () => {
  const mug = demoProducts.find(({ slug }) => slug === "kora-mug")!;

  expect(mug.pictures[0]!.alt).toEqual({ ru: "Кружка зелёная, вид спереди", en: "Green mug, front view" });
});

test("a picture is rendered in every width and format", async () => {
  await renderDrawings([aDrawing("mug")], { outDir });

  const sizes = await Promise.all(
    (await readdir(outDir)).sort().map(async (file) => {
      const { width, height } = await sharp(join(outDir, file)).metadata();
      return `${file} ${width}x${height}`;
    }),
  );
  expect(sizes).toEqual([
    "mug-1200.webp 1200x1200",
    "mug-320.avif 320x320",
    "mug-320.webp 320x320",
    "mug-640.avif 640x640",
    "mug-640.webp 640x640",
  ]);
});

test("a second run draws only what is missing", async () => {
  const [first, second] = [aDrawing("first"), aDrawing("second")];
  await renderDrawings([first], { outDir });
  const before = await stat(join(outDir, "first-640.webp"));

  const counts: number[] = [];
  await renderDrawings([first, second], { outDir, onProgress: (done) => counts.push(done) });

  expect(counts).toEqual([1, 2]);
  expect((await stat(join(outDir, "first-640.webp"))).mtimeMs).toBe(before.mtimeMs);
});

test("a picture with a lasting name is drawn again when it has changed", async () => {
  const shelf: Drawing = { ...aDrawing("shelf"), keepSvg: true };
  await renderDrawings([shelf], { outDir });
  await writeFile(join(outDir, "shelf.svg"), "an older drawing");

  const counts: number[] = [];
  await renderDrawings([shelf], { outDir, onProgress: (done) => counts.push(done) });

  expect(counts).toEqual([0, 1]);
});
