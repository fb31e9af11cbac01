import { hex, tonesOf, type Tones } from "#pictures/colour.ts";
import { d, ellipse, faded, group, path, stroke, type Pen, type Point } from "#pictures/pen.ts";
import { strip, TILT, turned, type Profile } from "#pictures/shape.ts";
import type { Random } from "#random.ts";

export const wood = tonesOf([0.74, 0.075, 70]);
export const darkWood = tonesOf([0.5, 0.065, 55]);
export const steel = tonesOf([0.79, 0.008, 250]);
export const brass = tonesOf([0.75, 0.1, 82]);
export const ebony = tonesOf([0.3, 0.008, 60]);
export const paper = tonesOf([0.94, 0.016, 88]);
export const leather = tonesOf([0.52, 0.085, 52]);
export const rubber = tonesOf([0.9, 0.012, 85]);
export const ink = hex([0.25, 0.02, 60]);

/** Window light on a glazed or metal body: a wide strip on the left, a thin one on the right. */
export const gloss = (pen: Pen, profile: Profile, strength = 0.4) =>
  path(strip(profile, -0.8, -0.48), pen.glow(strength)) + path(strip(profile, 0.86, 0.96), pen.glow(strength * 0.5));

/** A turned body with its light and, on the lower part, the shade of its own roundness. */
export const vessel = (pen: Pen, tones: Tones, profile: Profile) =>
  path(turned(profile), pen.round(tones)) +
  path(
    turned(profile),
    pen.down([
      [0.55, tones.deep, 0],
      [1, tones.deep, 0.28],
    ]),
  );

/** An open mouth: the lip's thickness and the shaded inside. */
export const mouth = (
  pen: Pen,
  tones: Tones,
  [radius, y, lip = 11, tilt = TILT]: readonly [number, number, number?, number?],
) =>
  ellipse(
    [0, y, radius, radius * tilt],
    pen.round({ ...tones, base: tones.light, shade: tones.base, dark: tones.base }),
  ) + ellipse([0, y + 1.5, radius - lip, (radius - lip) * tilt - 2], pen.inside(tones));

/** A bent rod or handle. */
export const tube = (shape: string, width: number, { glint, light, base, shade, dark }: Tones) =>
  stroke(shape, [dark, width]) +
  group(stroke(shape, [shade, width * 0.86]), { transform: d`translate(${-width * 0.05} ${-width * 0.03})` }) +
  group(stroke(shape, [base, width * 0.6]), { transform: d`translate(${-width * 0.1} ${-width * 0.07})` }) +
  group(stroke(shape, [light, width * 0.32]), { transform: d`translate(${-width * 0.15} ${-width * 0.11})` }) +
  group(stroke(shape, [glint, width * 0.1]), { transform: d`translate(${-width * 0.18} ${-width * 0.14})` });

/** Iron speckles of stoneware. */
export function speckles(
  rnd: Random,
  [left, top, right, bottom]: readonly [number, number, number, number],
  colour: string,
): string {
  const spots = Array.from({ length: 46 }, () => {
    const size = rnd.between(1.2, 3.6);
    return ellipse([rnd.between(left, right), rnd.between(top, bottom), size, size * 0.8], colour);
  });
  return group(spots.join(""), faded(0.38));
}

/** Lines of grain along a horizontal board. */
export function grain(
  rnd: Random,
  [left, top, right, bottom]: readonly [number, number, number, number],
  colour: string,
): string {
  const lines = Array.from(
    { length: Math.max(3, Math.round((bottom - top) / 22)) },
    (_, index, all = (bottom - top) / 22) => {
      const y = top + ((index + 0.5) / Math.max(3, Math.round(all))) * (bottom - top);
      const bend = rnd.between(-9, 9);
      return stroke(
        d`M${left} ${y}C${left + (right - left) * 0.3} ${y + bend} ${left + (right - left) * 0.6} ${y - bend} ${right} ${y + bend * 0.4}`,
        [colour, rnd.between(1.4, 3)],
      );
    },
  );
  return group(lines.join(""), faded(0.35));
}

/** A leaf from its stalk to its tip, with a lit half, a shaded half and a vein. */
export function leaf(tones: Tones, [from, to]: readonly [Point, Point], width: number): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [nx, ny] = [(-dy / length) * width, (dx / length) * width];
  const half = (sign: number) => {
    const a = [from[0] + dx * 0.25 + nx * sign, from[1] + dy * 0.25 + ny * sign] as const;
    const b = [from[0] + dx * 0.75 + nx * sign * 0.9, from[1] + dy * 0.75 + ny * sign * 0.9] as const;
    return d`M${from[0]} ${from[1]}C${a[0]} ${a[1]} ${b[0]} ${b[1]} ${to[0]} ${to[1]}Z`;
  };
  const lit = nx + ny > 0 ? -1 : 1;
  return (
    path(half(lit), tones.light) +
    path(half(-lit), tones.shade) +
    stroke(d`M${from[0]} ${from[1]}L${from[0] + dx * 0.9} ${from[1] + dy * 0.9}`, [tones.dark, 2.5], faded(0.5))
  );
}

export const stitches = (shape: string, colour: string) =>
  stroke(shape, [colour, 3], { "stroke-dasharray": "11 8", ...faded(0.6) });
