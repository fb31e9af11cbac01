import { productTypes, type ProductType } from "./attributes.ts";
import { brandNames } from "./brands.ts";
import { idsOf } from "./codes.ts";
import { makeProduct, type MadeProduct, type World } from "./product.ts";
import { type Draw, drawOf, shuffled, zipfOf } from "./random.ts";
import { type Kind, type MadeCategory, readTree } from "./tree.ts";

export { madeAttributes, type AttributeValue, type MadeAttribute } from "./attributes.ts";
export type { Localized } from "./localized.ts";
export type { Currency } from "./prices.ts";
export { TODAY, type MadeProduct, type MadeVariant } from "./product.ts";

/** A catalogue of any size: its products are made one by one and are the same whatever its size. */
export interface Catalogue {
  /** Parents before children, with ids. */
  categories: (MadeCategory & { id: string })[];
  /** With ids; every product has one of them. */
  types: (ProductType & { id: string })[];
  /** @param index from 0 */
  product(index: number): MadeProduct;
}

const BRANDS = 2_000;
const SIZES_SKEW = 0.9;
const BRANDS_SKEW = 0.95;
/** Draws of the world as a whole; those of products count from 0. */
const WORLD = -1;

/** Makes the same catalogue for the same seed, to the byte. @param seed a whole number */
export function createCatalogue(seed: number): Catalogue {
  const { categories, kinds } = readTree();
  const world = worldOf(seed, kinds);
  return {
    categories: categories.map((category, index) => ({ ...category, id: world.id("category", index) })),
    types: productTypes.map((type, index) => ({ ...type, id: world.id("type", index) })),
    product: (index) => makeProduct(world, index),
  };
}

function worldOf(seed: number, kinds: Kind[]): World {
  const draw = drawOf(seed, WORLD);
  const types = new Map(productTypes.map((type) => [type.code, type]));
  const ranked = shuffled(kinds, draw).map((kind) => ({ ...kind, factor: Math.exp(0.3 * draw.normal()) }));
  const alike = Map.groupBy(kinds, groupOf);
  return {
    seed,
    id: idsOf(seed),
    kinds: zipfOf(ranked, SIZES_SKEW),
    typeOf: ({ type }) => found(types.get(type), type),
    brandFor: brandsOf(kinds, draw),
    neighbour: (kind, { pick }) => pick(found(alike.get(groupOf(kind)), kind.category)).category,
  };
}

const groupOf = ({ department, type }: Kind) => `${department} ${type}`;

function found<Item>(item: Item | undefined, name: string): Item {
  if (item === undefined) throw new RangeError(`There is no "${name}".`);
  return item;
}

/** Most brands are at home in one department; one product in five is of a brand that makes everything. */
function brandsOf(kinds: Kind[], world: Draw): World["brandFor"] {
  const departments = [...new Set(kinds.map(({ department }) => department))];
  const names = brandNames(BRANDS, world);
  const anywhere = zipfOf(names, BRANDS_SKEW);
  const atHome = new Map(
    departments.map((department, index) => [
      department,
      zipfOf(
        names.filter((_, place) => place % departments.length === index),
        BRANDS_SKEW,
      ),
    ]),
  );
  return ({ department }, draw) =>
    draw.chance(0.2) ? anywhere(draw) : found(atHome.get(department), department)(draw);
}
