import type { Localized } from "#localized.ts";
import type { Random } from "#random.ts";
import type { Tones } from "#pictures/colour.ts";
import type { Gender } from "#pictures/palette.ts";
import type { Pen } from "#pictures/pen.ts";

export type Brief = { pen: Pen; tones: Tones; accent: Tones; rnd: Random; detail: string | undefined };

/** Where the object touches the shelf: centre and half width of each foot, and how far behind the front one. */
type Foot = readonly [x: number, halfWidth: number, y?: number];

/** Drawn around the origin: x = 0 is the middle, y = 0 the shelf, up is negative. */
export type Drawing = { body: string; feet: readonly Foot[] };

export type Draw = (brief: Brief) => Drawing;

/** `tail` follows the colour: «Рама дубовая с постером». */
export type Noun = Localized & { gender: Gender; tail?: Localized };

export type Template = {
  noun: Noun;
  /** What the template's designs are called where it is not the common noun. */
  nouns?: Record<string, Noun>;
  /** Centre and width of the detail view. */
  closeUp: readonly [x: number, y: number, size: number];
  draw: Draw;
};
