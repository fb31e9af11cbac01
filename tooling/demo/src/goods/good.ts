import type { AttributeCode, Term } from "#attributes.ts";
import type { Leaf } from "#categories.ts";
import type { SizeSetName } from "#options.ts";
import type { ColourName } from "#pictures/palette.ts";
import type { TemplateName } from "#pictures/templates/index.ts";

/** A product as it is written by hand: everything else is derived from it. Pairs are [Russian, English]. */
export type Good = {
  /** Slug, external id and the seed of pictures and stock. */
  id: string;
  name: readonly [ru: string, en: string];
  text: readonly [ru: string, en: string];
  brand: string;
  in: Leaf;
  draw: TemplateName;
  /** The template's design; the seed chooses without it. */
  as?: string;
  colours: readonly [ColourName, ...ColourName[]];
  accent?: ColourName;
  /** Roubles; other currencies follow. */
  price: number;
  was?: number;
  sizes?: SizeSetName;
  /** Combinations that are not made, as "colour/size". */
  except?: readonly string[];
  facts: Partial<Record<AttributeCode, number | boolean | Term>>;
  featured?: true;
};
