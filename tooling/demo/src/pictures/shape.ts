import { d, type Point } from "./pen.ts";

/** Half widths from the top of a turned body to its foot, as [radius, y]. */
export type Profile = readonly Point[];

/** How flat a circle looks from the shelf's point of view. */
export const TILT = 0.095;

/** A smooth line through the points (Catmull-Rom), continuing an open path. */
function through(points: readonly Point[]): string {
  const at = (index: number): Point => points[Math.min(points.length - 1, Math.max(0, index))]!;
  return points
    .slice(1)
    .map((end, index) => {
      const [before, start, after] = [at(index - 1), at(index), at(index + 2)];
      const first = [start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6] as const;
      const second = [end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6] as const;
      return d`C${first[0]} ${first[1]} ${second[0]} ${second[1]} ${end[0]} ${end[1]}`;
    })
    .join("");
}

export const smooth = (points: readonly Point[]) => d`M${points[0]![0]} ${points[0]![1]}` + through(points);

const side = (profile: Profile, share: number): Point[] => profile.map(([radius, y]) => [radius * share, y]);

/** The outline of a turned body with the round foot and the round top that the tilt shows. */
export function turned(profile: Profile, tilt = TILT): string {
  const [top, foot] = [profile[0]!, profile.at(-1)!];
  const left = side(profile, -1);
  const right = side(profile, 1).reverse();
  return (
    smooth(left) +
    d`A${foot[0]} ${foot[0] * tilt} 0 0 0 ${foot[0]} ${foot[1]}` +
    through(right) +
    d`A${top[0]} ${top[0] * tilt} 0 0 0 ${-top[0]} ${top[1]}Z`
  );
}

/** A strip that follows a turned body's side, for reflections: shares of the half width, −1 is the left edge. */
export function strip(profile: Profile, from: number, to: number): string {
  const right = side(profile, to).reverse();
  return smooth(side(profile, from)) + d`L${right[0]![0]} ${right[0]![1]}` + through(right) + "Z";
}

/** The half width of a turned body at a height. */
function radiusAt(profile: Profile, y: number): number {
  const index = profile.findIndex(([, height]) => height >= y);
  if (index <= 0) return (index === 0 ? profile[0]! : profile.at(-1)!)[0];
  const [above, below] = [profile[index - 1]!, profile[index]!];
  const share = (y - above[1]) / (below[1] - above[1]);
  return above[0] + (below[0] - above[0]) * share;
}

/** A band around a turned body between two heights, as the tilt shows it; wider than the body, which is its clip. */
export function band(profile: Profile, top: number, bottom: number): string {
  const wide = Math.max(...profile.map(([radius]) => radius));
  const [a, b] = [radiusAt(profile, top), radiusAt(profile, bottom)];
  return (
    d`M${-wide} ${top}L${-a} ${top}A${a} ${a * TILT} 0 0 0 ${a} ${top}L${wide} ${top}V${bottom}` +
    d`L${b} ${bottom}A${b} ${b * TILT} 0 0 1 ${-b} ${bottom}L${-wide} ${bottom}Z`
  );
}

/** A rectangle with superelliptic corners. */
export function slab([x, y]: Point, [width, height]: Point, corner: number): string {
  const [right, bottom] = [x + width, y + height];
  return (
    d`M${x + corner} ${y}H${right - corner}Q${right} ${y} ${right} ${y + corner}V${bottom - corner}` +
    d`Q${right} ${bottom} ${right - corner} ${bottom}H${x + corner}Q${x} ${bottom} ${x} ${bottom - corner}` +
    d`V${y + corner}Q${x} ${y} ${x + corner} ${y}Z`
  );
}
