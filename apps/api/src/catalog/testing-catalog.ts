import { randomUUID } from "node:crypto";
import { aProductDraft } from "@vitrina/domain/catalog/testing";
import { Currency } from "@vitrina/domain/core";
import type { TestShop } from "#testing.ts";

const PICTURE = { kind: "local", location: "cup", alt: { ru: "Кружка" }, width: 1200, height: 1200 } as const;

/** A product that lacks nothing to be sold, as staff see it. */
export async function aSellable({ services }: TestShop) {
  const slug = `cup-${randomUUID()}`;
  const draft = aProductDraft({
    externalId: slug,
    slug,
    name: { ru: "Кружка", en: "Cup" },
    pictures: [PICTURE],
    variants: [{ sku: slug, optionValues: {}, gtins: [], picture: 0 }],
  });
  const source = "testing";
  const [product] = await services.catalog.importProducts({
    source,
    categories: [],
    attributes: [],
    products: [draft],
  });
  const variantId = product?.variants[0]?.id ?? "";
  const price = { variantId, amount: 1_000_00, compareAt: null };
  await services.pricing.setPrices(Currency.options.map((currency) => ({ ...price, currency })));
  await services.pricing.setTaxRates([{ country: "RU", taxClass: "standard", rateBasisPoints: 2000, included: true }]);
  return services.products.get(product?.productId ?? "");
}

const nobodys = () => ({ id: randomUUID(), version: 1 });
const FACTS = {
  slug: "cup",
  typeId: null,
  name: { ru: "Кружка" },
  description: {},
  brand: null,
  model: null,
  taxClass: "standard",
  attributes: {},
};

/** Well-formed inputs, for the test of rights. */
export const catalogInputs: Record<string, () => unknown> = {
  "catalog.products.list": () => ({}),
  "catalog.products.get": () => ({ id: randomUUID() }),
  "catalog.products.create": () => ({ name: { ru: "Кружка" }, typeId: null }),
  "catalog.products.change": () => ({ ...FACTS, ...nobodys() }),
  "catalog.products.remove": nobodys,
  "catalog.products.checklist": () => ({ id: randomUUID() }),
  "catalog.products.publish": () => ({ ...nobodys(), from: null, until: null }),
  "catalog.products.unpublish": nobodys,
  "catalog.products.archive": nobodys,
};

/** Scenes in which each mutation does something, for the test of repetition. */
export function catalogScenes(shop: TestShop) {
  const scene = async (input: object) => ({ change: { principal: (await shop.member("staff")).principal }, input });
  const seen = async (more: object = {}) => {
    const { id, version } = await aSellable(shop);
    return scene({ id, version, ...more });
  };
  return {
    "catalog.products.create": () => scene({ name: { ru: "Кружка" }, typeId: null }),
    "catalog.products.change": () => seen({ ...FACTS, slug: `cup-${randomUUID()}` }),
    "catalog.products.remove": () => seen(),
    "catalog.products.publish": () => seen({ from: null, until: null }),
    "catalog.products.unpublish": () => seen(),
    "catalog.products.archive": () => seen(),
  };
}
