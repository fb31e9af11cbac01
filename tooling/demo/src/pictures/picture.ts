import type { Localized } from "#localized.ts";
import type { ColourName } from "./palette.ts";
import type { TemplateName } from "./templates/index.ts";

export type View = "front" | "detail" | "set";

/** Everything a picture is drawn from: equal pictures give equal SVG text. */
export type Picture = {
  key: string;
  alt: Localized;
  template: TemplateName;
  /** The goods' own colours; a set shows one object per colour. */
  colours: readonly [ColourName, ...ColourName[]];
  accent: ColourName;
  /** Shared by the colours of one product, so that they share its shape. */
  seed: string;
  /** Which of the template's designs to draw; without it the seed chooses. */
  detail?: string;
  view: View;
};
