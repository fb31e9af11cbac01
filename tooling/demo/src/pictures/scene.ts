import type { Oklch } from "./colour.ts";
import { hex, tonesOf } from "./colour.ts";
import { createPen, d, ellipse } from "./pen.ts";
import { palette, type ColourName } from "./palette.ts";
import type { Picture } from "./picture.ts";
import { createRandom } from "../random.ts";
import { templates } from "./templates/index.ts";

export const SIDE = 1200;
/** The one hue of the whole shop's backdrop: a second one shows as a seam between neighbours. */
const HUE = 85;
/** Where the wall meets the shelf, as a share of the height. */
const HORIZON = 0.8;
/** How far in front of the wall goods stand. */
const STANCE = 56;
/** Goods are drawn at three quarters of the size they are shown at. */
const SHOWN = 1.32;

const tint = (l: number, c: number) => hex([l, c, HUE] as Oklch);

type Placed = { x: number; scale: number; lift: number };
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
  const light = `<radialGradient id="key" gradientUnits="userSpaceOnUse" cx="${width / 2}" cy="${height * 0.16}" r="${width * 0.85}"><stop stop-color="#fff" stop-opacity=".85"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>`;
  const top = pen.down([
    [0, tint(0.885, 0.021)],
    [1, tint(0.925, 0.018)],
  ]);
  const front = pen.down([
    [0, tint(0.87, 0.024)],
    [1, tint(0.84, 0.026)],
  ]);
  const rect = (y: number, tall: number, fill: string) => `<rect y="${y}" width="${width}" height="${tall}" fill="${fill}"/>`;
  return (
    `<defs>${pen.defs()}${light}</defs>` +
    rect(0, floor, wall) +
    rect(0, floor, "url(#key)") +
    rect(floor, edge - floor, top) +
    rect(floor, 3, "#fff").replace("/>", ' opacity=".55"/>') +
    rect(edge, height - edge, front) +
    rect(edge, 3, "#fff").replace("/>", ' opacity=".8"/>')
  );
}

export type Cast = { template: Picture["template"]; colour: ColourName; accent: ColourName; seed: string; detail?: string };

/** Draws one object standing at `x`; ids are prefixed, so that several share an SVG. */
function stand(prefix: string, cast: Cast, { x, scale, lift }: Placed, floor: number): string {
  const pen = createPen(prefix);
  const draw = templates[cast.template].draw;
  const { body, feet } = draw({
    pen,
    tones: tonesOf(palette[cast.colour].oklch),
    accent: tonesOf(palette[cast.accent].oklch),
    rnd: createRandom(cast.seed),
    detail: cast.detail,
  });
  const dark = tint(0.28, 0.03);
  const soft = pen.spot([
    [0, dark, 0.34],
    [0.55, dark, 0.16],
    [1, dark, 0],
  ]);
  const contact = pen.spot([
    [0, dark, 0.62],
    [0.6, dark, 0.42],
    [1, dark, 0],
  ]);
  const shadow = feet
    .map(([cx, rx, y = 0]) => ellipse([cx + rx * 0.14, y + 16], [rx * 1.42 + 26, rx * 0.13 + 26], soft) + ellipse([cx, y + 2], [rx * 1.06 + 8, rx * 0.075 + 9], contact))
    .join("");
  return `<defs>${pen.defs()}</defs><g transform="${d`translate(${x} ${floor + STANCE + lift})`} scale(${scale})">${shadow}${body}</g>`;
}

const svg = ({ width, height }: Frame, viewBox: string, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${width}" height="${height}">${content}</svg>`;

/** The SVG text of a picture: no fonts, no filters, no randomness besides the seed. */
export function pictureSvg({ template, colours, accent, seed, detail, view }: Omit<Picture, "key" | "alt">): string {
  const frame = { width: SIDE, height: SIDE };
  const floor = SIDE * HORIZON;
  const cast = (colour: ColourName): Cast => ({ template, colour, accent, seed, ...(detail !== undefined && { detail }) });

  if (view === "set") {
    const shown = colours.slice(0, 3);
    const scale = shown.length > 2 ? 0.62 : 0.84;
    const step = SIDE / (shown.length + 0.35);
    const objects = shown.map((colour, index) => {
      const x = SIDE / 2 + (index - (shown.length - 1) / 2) * step;
      return stand(`o${index}-`, cast(colour), { x, scale, lift: 14 }, floor);
    });
    return svg(frame, "0 0 1200 1200", backdrop(frame) + objects.join(""));
  }
  const object = stand("o", cast(colours[0]), { x: SIDE / 2, scale: SHOWN, lift: 0 }, floor);
  const [cx, cy, size] = view === "detail" ? templates[template].closeUp : ([0, 0, 0] as const);
  const viewBox = view === "detail" ? d`${600 + cx * SHOWN - size / 2} ${floor + STANCE + cy * SHOWN - size / 2} ${size} ${size}` : "0 0 1200 1200";
  return svg(frame, viewBox, backdrop(frame) + object);
}

/** Several objects on one long shelf, left to right. */
export function shelfSvg(frame: Frame, objects: readonly (Cast & { x: number; scale: number })[]): string {
  const floor = frame.height * HORIZON;
  const drawn = objects.map((object, index) => stand(`h${index}-`, object, { x: object.x, scale: object.scale, lift: 0 }, floor));
  return svg(frame, `0 0 ${frame.width} ${frame.height}`, backdrop(frame) + drawn.join(""));
}
