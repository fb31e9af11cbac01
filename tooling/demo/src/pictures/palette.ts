import type { Localized } from "#localized.ts";
import type { Oklch } from "./colour.ts";

type Colour = {
  oklch: Oklch;
  en: string;
  /** Masculine, feminine, neuter, plural. */
  ru: readonly [string, string, string, string];
};

const hard = (stem: string) => [`${stem}ый`, `${stem}ая`, `${stem}ое`, `${stem}ые`] as const;
const soft = (stem: string) => [`${stem}ий`, `${stem}яя`, `${stem}ее`, `${stem}ие`] as const;

export const palette = {
  white: { oklch: [0.93, 0.008, 85], en: "White", ru: hard("бел") },
  milk: { oklch: [0.9, 0.03, 85], en: "Milk", ru: hard("молочн") },
  sand: { oklch: [0.8, 0.055, 80], en: "Sand", ru: hard("песочн") },
  grey: { oklch: [0.66, 0.012, 250], en: "Grey", ru: hard("сер") },
  graphite: { oklch: [0.38, 0.012, 250], en: "Graphite", ru: hard("графитов") },
  black: { oklch: [0.27, 0.008, 60], en: "Black", ru: hard("чёрн") },
  terracotta: { oklch: [0.58, 0.125, 40], en: "Terracotta", ru: hard("терракотов") },
  red: { oklch: [0.54, 0.175, 27], en: "Red", ru: hard("красн") },
  plum: { oklch: [0.4, 0.09, 350], en: "Plum", ru: hard("сливов") },
  rose: { oklch: [0.77, 0.075, 15], en: "Rose", ru: hard("розов") },
  peach: { oklch: [0.8, 0.09, 55], en: "Peach", ru: hard("персиков") },
  mustard: { oklch: [0.72, 0.135, 80], en: "Mustard", ru: hard("горчичн") },
  yellow: { oklch: [0.83, 0.14, 92], en: "Yellow", ru: hard("жёлт") },
  olive: { oklch: [0.55, 0.075, 115], en: "Olive", ru: hard("оливков") },
  green: { oklch: [0.5, 0.085, 155], en: "Green", ru: hard("зелён") },
  sage: { oklch: [0.72, 0.045, 140], en: "Sage", ru: hard("шалфейн") },
  mint: { oklch: [0.83, 0.06, 170], en: "Mint", ru: hard("мятн") },
  teal: { oklch: [0.5, 0.075, 205], en: "Teal", ru: hard("бирюзов") },
  sky: { oklch: [0.75, 0.07, 235], en: "Sky blue", ru: ["голубой", "голубая", "голубое", "голубые"] },
  blue: { oklch: [0.5, 0.12, 255], en: "Blue", ru: soft("син") },
  navy: { oklch: [0.36, 0.075, 265], en: "Navy", ru: hard("чернильн") },
  lavender: { oklch: [0.72, 0.07, 300], en: "Lavender", ru: hard("лавандов") },
  brown: { oklch: [0.45, 0.07, 50], en: "Brown", ru: hard("коричнев") },
  caramel: { oklch: [0.62, 0.095, 62], en: "Caramel", ru: hard("карамельн") },
  birch: { oklch: [0.83, 0.06, 78], en: "Birch", ru: hard("берёзов") },
  oak: { oklch: [0.69, 0.08, 70], en: "Oak", ru: hard("дубов") },
  walnut: { oklch: [0.44, 0.06, 55], en: "Walnut", ru: hard("орехов") },
  steel: { oklch: [0.78, 0.008, 250], en: "Steel", ru: ["стальной", "стальная", "стальное", "стальные"] },
  copper: { oklch: [0.66, 0.105, 52], en: "Copper", ru: hard("медн") },
} as const satisfies Record<string, Colour>;

export type ColourName = keyof typeof palette;
export type Gender = 0 | 1 | 2 | 3;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of a swatch: «Зелёный», "Green". */
export const swatchName = (colour: ColourName): Localized => ({
  ru: capitalised(palette[colour].ru[0]),
  en: palette[colour].en,
});
