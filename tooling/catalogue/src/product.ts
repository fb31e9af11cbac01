import type { MadeAttribute, AttributeValue, ProductType } from "./attributes.ts";
import { eanOf, type IdOf } from "./codes.ts";
import { slugOf, type Localized } from "./localized.ts";
import { optionsOf, variantsOf, type MadeOption } from "./options.ts";
import { drawTerms, type MadePrice, pricesOf } from "./prices.ts";
import { drawOf, type Draw } from "./random.ts";
import { descriptionOf, drawWording, nameOf } from "./texts.ts";
import type { Kind } from "./tree.ts";

/** The catalogue is as of this day, whenever it is made. */
export const TODAY = new Date(Date.UTC(2026, 10, 1));
const DAY = 86_400_000;

export interface MadeVariant {
  id: string;
  sku: string;
  optionValues: Record<string, string>;
  gtins: string[];
  prices: (MadePrice & { id: string })[];
  /** On hand. */
  stock: number;
}

export interface MadeProduct {
  id: string;
  externalId: string;
  slug: string;
  status: "published" | "draft" | "archived";
  name: Localized;
  description: Localized;
  brand: string;
  model: string;
  type: string;
  /** Slug of the root category. */
  department: string;
  /** By code; one in twelve is missing, as in life. */
  attributes: Record<string, AttributeValue>;
  options: MadeOption[];
  /** Slugs, the primary one first. */
  categories: string[];
  featured: boolean;
  releasedAt: Date;
  mediaId: string;
  variants: MadeVariant[];
  /** How often it got one star, two, and so on. */
  stars: [number, number, number, number, number];
}

/** What all products of a catalogue share. */
export interface World {
  seed: number;
  id: IdOf;
  kinds: (draw: Draw) => Kind & { factor: number; type: string };
  typeOf(kind: Kind): ProductType;
  brandFor(kind: Kind, draw: Draw): string;
  /** Of the same group. */
  neighbour(kind: Kind, draw: Draw): string;
}

/** The product of this index, whatever others there are. */
export function makeProduct(world: World, index: number): MadeProduct {
  const draw = drawOf(world.seed, index);
  const kind = world.kinds(draw);
  const type = world.typeOf(kind);
  const brand = world.brandFor(kind, draw);
  const wording = drawWording(draw, { kind, brand, model: modelOf(draw) });
  const options = optionsOf(type, draw);
  const name = nameOf(wording, draw);
  return {
    id: world.id("product", index),
    externalId: String(index),
    slug: `${slugOf(name.en).slice(0, 150)}-${world.seed.toString(36)}-${index}`,
    status: statusOf(draw),
    name,
    description: descriptionOf(wording, draw),
    brand,
    model: wording.model,
    type: type.code,
    department: kind.department,
    attributes: attributesOf(type, options, draw),
    options,
    categories: draw.chance(0.1) ? [...new Set([kind.category, world.neighbour(kind, draw)])] : [kind.category],
    featured: draw.chance(0.001),
    releasedAt: new Date(TODAY.getTime() - Math.floor(Math.min(3650, -500 * Math.log(1 - draw.next())) * DAY)),
    mediaId: world.id("media", index),
    variants: madeVariants(world, { index, brand, options, base: baseOf(kind, draw) }, draw),
    stars: starsOf(draw),
  };
}

const LETTERS = "ABCDEFGHKLMNPRSTVXZ";
const MODEL_SUFFIXES = ["", "", "", " Pro", " Plus", " Mini", " Max", " Lite", " SE", " II"];

/** "LX-240 Pro". */
function modelOf({ pick, whole, chance }: Draw): string {
  const letter = () => LETTERS[whole(0, LETTERS.length - 1)] ?? "";
  const letters = chance(0.7) ? letter() + letter() : letter();
  const number = chance(0.5) ? whole(1, 99) * 10 : whole(100, 9999);
  return `${letters}${chance(0.5) ? "-" : ""}${number}${pick(MODEL_SUFFIXES)}`;
}

function statusOf({ next }: Draw): MadeProduct["status"] {
  const drawn = next();
  if (drawn < 0.97) return "published";
  return drawn < 0.99 ? "draft" : "archived";
}

function attributesOf({ attributes }: ProductType, options: MadeOption[], draw: Draw): MadeProduct["attributes"] {
  const told: MadeProduct["attributes"] = {};
  const varied = new Set(options.map(({ code }) => code));
  const known = ({ code }: MadeAttribute) => draw.chance(11 / 12) && !varied.has(code);
  for (const attribute of attributes) if (known(attribute)) told[attribute.code] = attribute.draw(draw);
  return told;
}

/** Roubles, log-normal about what its kind costs. */
const baseOf = ({ price, factor }: { price: number; factor: number }, { normal }: Draw) =>
  Math.max(40, price * factor * Math.exp(0.55 * normal()));

interface Described {
  index: number;
  brand: string;
  options: MadeOption[];
  base: number;
}

function madeVariants(world: World, { index, brand, options, base }: Described, draw: Draw): MadeVariant[] {
  const terms = drawTerms(base, draw, TODAY);
  const soldOut = draw.chance(0.08);
  const step = draw.chance(0.3) ? base * 0.08 : 0;
  const stem = `${brand.slice(0, 3).toUpperCase()}-${world.seed.toString(36)}${index.toString(36).padStart(4, "0")}`;
  return variantsOf(options).map((optionValues, place) => ({
    id: world.id("variant", index, place),
    sku: (place === 0 ? stem : `${stem}-${place}`).toUpperCase(),
    optionValues,
    gtins: [eanOf(index * 8 + place)],
    prices: pricesOf(terms, step * place).map((price, at) => ({
      ...price,
      id: world.id("price", index, place * 8 + at),
    })),
    stock: soldOut ? 0 : stockOf(draw),
  }));
}

/** A tenth of what is there is nearly gone; the rest is log-normal about 20. */
const stockOf = ({ chance, whole, normal }: Draw) =>
  chance(0.1) ? whole(1, 5) : Math.max(1, Math.min(9_999, Math.round(20 * Math.exp(normal()))));

/** 45 % have none; few have hundreds. Most are pleased. */
function starsOf(draw: Draw): MadeProduct["stars"] {
  const stars: MadeProduct["stars"] = [0, 0, 0, 0, 0];
  if (draw.chance(0.45)) return stars;
  const count = Math.min(3_000, Math.floor(1 / (1 - draw.next()) ** 1.1));
  const pleased = Math.min(1, Math.max(0, 0.8 + 0.12 * draw.normal()));
  const shares = [0.4 * (1 - pleased), 0.2 * (1 - pleased), 0.4 * (1 - pleased), 0.3 * pleased, 0.7 * pleased];
  let left = count;
  for (const [star, share] of shares.entries()) {
    const given = star === 4 ? left : Math.min(left, Math.floor(share * count + draw.next()));
    stars[star] = given;
    left -= given;
  }
  return stars;
}
