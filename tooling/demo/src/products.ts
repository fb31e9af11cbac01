import { terms } from "./attributes.ts";
import type { DemoOption, DemoProduct, DemoVariant } from "./demo.ts";
import type { Localized } from "./localized.ts";
import { goods } from "./goods/index.ts";
import type { Good } from "./goods/good.ts";
import { sizeSets } from "./options.ts";
import { altOf } from "./pictures/alt.ts";
import { css } from "./pictures/colour.ts";
import { pictureKey } from "./pictures/key.ts";
import { palette, swatchName, type ColourName } from "./pictures/palette.ts";
import type { Picture, View } from "./pictures/picture.ts";
import { pricesOf } from "./prices.ts";
import { createRandom } from "./random.ts";

const pair = ([ru, en]: readonly [string, string]): Localized => ({ ru, en });

function pictureOf(good: Good, colours: Picture["colours"], view: View): Picture {
  const drawn = {
    template: good.draw,
    colours,
    accent: good.accent ?? "milk",
    seed: good.id,
    ...(good.as !== undefined && { detail: good.as }),
    view,
  } as const;
  const name = view === "set" ? `${good.id}-set` : `${good.id}-${colours[0]}${view === "detail" ? "-detail" : ""}`;
  return { key: pictureKey(name, drawn), alt: altOf(drawn), ...drawn };
}

const isMade = ({ except }: Good, colour: ColourName, size: string) => !except?.includes(`${colour}/${size}`);

function optionsOf(good: Good): DemoOption[] {
  const { colours, sizes } = good;
  const options: DemoOption[] = [];
  if (colours.length > 1) {
    const values = colours.map((code) => ({ code, name: swatchName(code), swatch: css(palette[code].oklch) }));
    options.push({ code: "color", name: { ru: "Цвет", en: "Colour" }, values });
  }
  if (sizes) {
    const { code, name, values } = sizeSets[sizes];
    const made = values.filter((value) => colours.some((colour) => isMade(good, colour, value.code)));
    options.push({ code, name, values: made.map((value) => ({ code: value.code, name: value.name })) });
  }
  return options;
}

/** Few variants are sold out and few are the last ones, as in a real shop. */
function stockOf(sku: string): number {
  const rnd = createRandom(`stock ${sku}`);
  if (rnd.chance(0.04)) return 0;
  return rnd.chance(0.08) ? rnd.whole(1, 3) : rnd.whole(4, 60);
}

function variantsOf(good: Good, fronts: ReadonlyMap<ColourName, Picture>): DemoVariant[] {
  const set = good.sizes && sizeSets[good.sizes];
  const sizes = set ? set.values : [undefined];
  return good.colours.flatMap((colour) =>
    sizes
      .filter((size) => !size || isMade(good, colour, size.code))
      .map((size) => {
        const chosen = {
          ...(good.colours.length > 1 && { color: colour }),
          ...(set && size && { [set.code]: size.code }),
        };
        const sku = [good.id, ...Object.values(chosen)].join("-").toUpperCase();
        const surcharge = size?.surcharge ?? 0;
        return {
          sku,
          options: chosen,
          prices: pricesOf(good.price + surcharge),
          ...(good.was !== undefined && { compareAt: pricesOf(good.was + surcharge) }),
          stock: stockOf(sku),
          picture: fronts.get(colour)!.key,
        };
      }),
  );
}

function attributesOf({ colours, facts }: Good): DemoProduct["attributes"] {
  const own = Object.entries(facts).map(([code, fact]) => [code, typeof fact === "string" ? terms[fact] : fact]);
  const colour = colours.length === 1 ? { color: swatchName(colours[0]) } : {};
  return { ...colour, ...Object.fromEntries(own) };
}

/** A close-up for featured things and for those of one colour; every picture lengthens the first start. */
function closerLooks(good: Good): Picture[] {
  const { colours, featured } = good;
  const [main, ...others] = colours;
  const detail = featured || others.length === 0 ? [pictureOf(good, [main], "detail")] : [];
  const set = featured && others.length > 0 ? [pictureOf(good, colours, "set")] : [];
  return [...detail, ...set];
}

function productOf(good: Good): DemoProduct {
  const fronts = new Map(good.colours.map((colour) => [colour, pictureOf(good, [colour], "front")]));
  return {
    externalId: good.id,
    slug: good.id,
    name: pair(good.name),
    description: pair(good.text),
    brand: good.brand,
    category: good.in,
    taxClass: "standard",
    attributes: attributesOf(good),
    options: optionsOf(good),
    variants: variantsOf(good, fronts),
    pictures: [...fronts.values(), ...closerLooks(good)],
    ...(good.featured && { featured: true }),
    createdDaysAgo: createRandom(`created ${good.id}`).whole(2, 420),
  };
}

export const demoProducts: DemoProduct[] = goods.map(productOf);
