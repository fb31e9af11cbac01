import { hex, tonesOf } from "./colour.ts";
import { box, createPen, d, ellipse, faded, type Pen } from "./pen.ts";
import { palette, type ColourName } from "./palette.ts";
import type { Picture } from "./picture.ts";
import { createRandom } from "#random.ts";
import { templates } from "./templates/index.ts";
import type { Drawing } from "./templates/template.ts";

export const SIDE = 1200;
/** The one hue of the whole shop's backdrop: a second one shows as a seam between neighbours. */
const HUE = 85;
/** Where the wall meets the shelf, as a share of the height. */
const HORIZON = 0.8;
/** How far in front of the wall goods stand. */
const FORWARD = 56;
const STANCE = SIDE * HORIZON + FORWARD;
/** Goods are drawn at three quarters of the size they are shown at. */
const SHOWN = 1.32;

const tint = (lightness: number, chroma: number) => hex([lightness, chroma, HUE]);

type Place = { x: number; y: number; scale: number };
type Frame = { width: number; height: number };

/** Wall, key light and shelf: equal at the left and right edges, so that tiles join into one shelf. */
function backdrop({ width, height }: Frame): string {
  const pen = createPen("r");
  const floor = Math.round(height * HORIZON);
  const edge = Math.round(height * 0.945);
  const wall = pen.down([
    [0, tint(0.975, 0.01)],
    [1, tint(0.925, 0.018)],
  ]);
  const light = pen.lightAt(
    [width / 2, height * 0.16, width * 0.85],
    [
      [0, "#fff", 0.85],
      [1, "#fff", 0],
    ],
  );
  const top = pen.down([
    [0, tint(0.885, 0.021)],
    [1, tint(0.925, 0.018)],
  ]);
  const front = pen.down([
    [0, tint(0.87, 0.024)],
    [1, tint(0.84, 0.026)],
  ]);
  return (
    `<defs>${pen.defs()}</defs>` +
    box([0, 0, width, floor], wall) +
    box([0, 0, width, floor], light) +
    box([0, floor, width, edge - floor], top) +
    box([0, floor, width, 3], "#fff", faded(0.55)) +
    box([0, edge, width, height - edge], front) +
    box([0, edge, width, 3], "#fff", faded(0.8))
  );
}

export type Cast = {
  template: Picture["template"];
  colour: ColourName;
  accent: ColourName;
  seed: string;
  detail?: string | undefined;
};

/** A tight shade where the object touches the shelf and a wide one around it, on the side away from the light; it ends within the tile. */
function shadowOf(pen: Pen, feet: Drawing["feet"]): string {
  const dark = tint(0.28, 0.03);
  const wide = pen.spot([
    [0, dark, 0.34],
    [0.55, dark, 0.16],
    [1, dark, 0],
  ]);
  const tight = pen.spot([
    [0, dark, 0.62],
    [0.6, dark, 0.42],
    [1, dark, 0],
  ]);
  return feet
    .map(([x, rx, y = 0]) => {
      const aside = x + rx * 0.14;
      const reach = Math.min(rx * 1.42 + 26, SIDE / 2 / SHOWN - 8 - Math.abs(aside));
      return (
        ellipse([aside, y + 16, reach, rx * 0.13 + 26], wide) +
        ellipse([x, y + 2, rx * 1.06 + 8, rx * 0.075 + 9], tight)
      );
    })
    .join("");
}

/** Draws one object with its shadow; ids are prefixed, so that several share an SVG. */
function stand(prefix: string, { template, colour, accent, seed, detail }: Cast, { x, y, scale }: Place): string {
  const pen = createPen(prefix);
  const { body, feet } = templates[template].draw({
    pen,
    tones: tonesOf(palette[colour].oklch),
    accent: tonesOf(palette[accent].oklch),
    rnd: createRandom(seed),
    detail,
  });
  const drawn = shadowOf(pen, feet) + body;
  return `<defs>${pen.defs()}</defs><g transform="${d`translate(${x} ${y})`} scale(${scale})">${drawn}</g>`;
}

const svg = ({ width, height }: Frame, viewBox: string, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${width}" height="${height}">${content}</svg>`;

/** One object of each of the first three colours, side by side. */
function rowOf(casts: readonly Cast[]): string {
  const shown = casts.slice(0, 3);
  const scale = shown.length > 2 ? 0.62 : 0.84;
  const step = SIDE / (shown.length + 0.35);
  return shown
    .map((cast, index) => {
      const x = SIDE / 2 + (index - (shown.length - 1) / 2) * step;
      return stand(`o${index}-`, cast, { x, y: STANCE + 14, scale });
    })
    .join("");
}

/** The SVG text of a picture: no fonts, no filters, no randomness besides the seed. */
export function pictureSvg({ template, colours, accent, seed, detail, view }: Omit<Picture, "key" | "alt">): string {
  const frame = { width: SIDE, height: SIDE };
  const cast = (colour: ColourName): Cast => ({ template, colour, accent, seed, detail });
  if (view === "set") return svg(frame, `0 0 ${SIDE} ${SIDE}`, backdrop(frame) + rowOf(colours.map(cast)));

  const scene = backdrop(frame) + stand("o", cast(colours[0]), { x: SIDE / 2, y: STANCE, scale: SHOWN });
  if (view === "front") return svg(frame, `0 0 ${SIDE} ${SIDE}`, scene);

  const [cx, cy, size] = templates[template].closeUp;
  const [left, top] = [SIDE / 2 + cx * SHOWN - size / 2, STANCE + cy * SHOWN - size / 2];
  return svg(frame, d`${left} ${top} ${size} ${size}`, scene);
}

/** Several objects on one long shelf, laid out on `shelf` and shown in `frame`. */
export function shelfSvg(
  frame: Frame,
  shelf: Frame,
  objects: readonly (Cast & { x: number; scale: number })[],
): string {
  const y = shelf.height * HORIZON + FORWARD;
  const drawn = objects.map(({ x, scale, ...cast }, index) => stand(`h${index}-`, cast, { x, y, scale }));
  return svg(frame, `0 0 ${shelf.width} ${shelf.height}`, backdrop(shelf) + drawn.join(""));
}
