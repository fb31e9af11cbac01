import type { Tones } from "./colour.ts";

export type Point = readonly [x: number, y: number];
type Stop = readonly [offset: number, colour: string, opacity?: number];
type Attributes = Record<string, string | number>;

const round = (value: number) => Math.round(value * 10) / 10;

/** A template tag that writes numbers with one decimal: short, and the same on every machine. */
export const d = (strings: TemplateStringsArray, ...values: (number | string)[]) =>
  String.raw({ raw: strings }, ...values.map((value) => (typeof value === "number" ? round(value) : value)));

const attributes = (list: Attributes) =>
  Object.entries(list)
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? round(value) : value}"`)
    .join("");

export const path = (shape: string, fill: string, more: Attributes = {}) =>
  `<path d="${shape}" fill="${fill}"${attributes(more)}/>`;

export const stroke = (shape: string, [colour, width]: readonly [string, number], more: Attributes = {}) =>
  path(shape, "none", {
    stroke: colour,
    "stroke-width": width,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    ...more,
  });

/** Given by its centre and its two radii. */
export const ellipse = (
  [cx, cy, rx, ry]: readonly [number, number, number, number],
  fill: string,
  more: Attributes = {},
) => `<ellipse${attributes({ cx, cy, rx, ry, fill, ...more })}/>`;

/** A rectangle given by its left top corner, its size and the radius of its corners. */
export const box = (
  [x, y, width, height, rx = 0]: readonly [number, number, number, number, number?],
  fill: string,
  more: Attributes = {},
) => `<rect${attributes({ x, y, width, height, rx, fill, ...more })}/>`;

export const group = (content: string, more: Attributes) => `<g${attributes(more)}>${content}</g>`;

export const faded = (opacity: number) => ({ opacity: `${Math.round(opacity * 100) / 100}` });

/** Collects the gradients and clips of one SVG; the prefix keeps several objects of one scene apart. */
export function createPen(prefix: string) {
  const defs: string[] = [];

  const define = (tag: string, more: Attributes, content: string) => {
    const id = `${prefix}${defs.length}`;
    defs.push(`<${tag} id="${id}"${attributes(more)}>${content}</${tag}>`);
    return `url(#${id})`;
  };
  const stops = (list: readonly Stop[]) =>
    list
      .map(([offset, colour, opacity]) => {
        const visible = opacity === undefined ? "" : ` stop-opacity="${opacity}"`;
        return `<stop offset="${offset}" stop-color="${colour}"${visible}/>`;
      })
      .join("");

  const across = (list: readonly Stop[]) => define("linearGradient", {}, stops(list));
  const down = (list: readonly Stop[]) => define("linearGradient", { x2: 0, y2: 1 }, stops(list));
  const aslant = (list: readonly Stop[]) => define("linearGradient", { x2: 1, y2: 1 }, stops(list));
  /** From a bright spot at left top outwards. */
  const ball = (list: readonly Stop[]) => define("radialGradient", { cx: ".36", cy: ".3", r: ".78" }, stops(list));
  const spot = (list: readonly Stop[]) => define("radialGradient", {}, stops(list));

  return {
    across,
    down,
    aslant,
    ball,
    spot,
    /** A light at a place of the scene. */
    lightAt: ([cx, cy, r]: readonly [number, number, number], list: readonly Stop[]) =>
      define("radialGradient", { gradientUnits: "userSpaceOnUse", cx, cy, r }, stops(list)),
    clip: (shape: string) => define("clipPath", {}, `<path d="${shape}"/>`),
    defs: () => defs.join(""),

    /** A round body lit from the left. */
    round: ({ light, glint, base, shade, dark }: Tones) =>
      across([
        [0, base],
        [0.1, light],
        [0.26, glint],
        [0.52, base],
        [0.8, shade],
        [0.95, dark],
        [1, shade],
      ]),
    /** A flat face lit from the left top. */
    flat: ({ light, base, shade }: Tones) =>
      aslant([
        [0, light],
        [0.55, base],
        [1, shade],
      ]),
    /** A flat face lit from above. */
    face: ({ light, base, shade }: Tones) =>
      down([
        [0, light],
        [0.4, base],
        [1, shade],
      ]),
    bulb: ({ glint, light, base, shade, dark }: Tones) =>
      ball([
        [0, glint],
        [0.3, light],
        [0.6, base],
        [0.88, shade],
        [1, dark],
      ]),
    /** The shaded inside of an open vessel. */
    inside: ({ dark, deep, shade }: Tones) =>
      across([
        [0, deep],
        [0.5, dark],
        [1, shade],
      ]),
    /** A soft light that fades to both sides. */
    glow: (strength: number) =>
      across([
        [0, "#fff", 0],
        [0.5, "#fff", strength],
        [1, "#fff", 0],
      ]),
    /** A soft light or shade that fades downwards. */
    fade: (colour: string, from: number, to = 0) =>
      down([
        [0, colour, from],
        [1, colour, to],
      ]),
  };
}

export type Pen = ReturnType<typeof createPen>;
