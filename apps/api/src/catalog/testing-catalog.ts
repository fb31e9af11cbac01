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
  await services.pricing.addTaxRates([{ country: "RU", taxClass: "standard", rateBasisPoints: 2000, included: true }]);
  return services.products.get(product?.productId ?? "");
}

export const COLOUR = {
  code: "color",
  name: { ru: "Цвет", en: "Colour" },
  values: [
    { code: "red", name: { ru: "Красный", en: "Red" }, swatch: "#f00" },
    { code: "blue", name: { ru: "Синий", en: "Blue" }, swatch: "#00f" },
  ],
};
export const aVariant = (optionValues: Record<string, string> = {}) => ({
  id: null,
  sku: `sku-${randomUUID()}`,
  optionValues,
  gtins: [],
  attributes: {},
});
export const anAttribute = () => ({
  code: `weight-${randomUUID()}`,
  name: { ru: "Вес", en: "Weight" },
  unit: { ru: "г", en: "g" },
  type: "number" as const,
  choices: [],
  filterable: null,
});
export const aType = (attributes: { code: string; required: boolean; perVariant: boolean }[] = []) => ({
  code: `cups-${randomUUID()}`,
  name: { ru: "Кружки", en: "Cups" },
  attributes,
});

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
  "catalog.products.classify": () => ({ ...nobodys(), categoryIds: [] }),
  "catalog.products.remove": nobodys,
  "catalog.products.checklist": () => ({ id: randomUUID() }),
  "catalog.products.publish": () => ({ ...nobodys(), from: null, until: null }),
  "catalog.products.unpublish": nobodys,
  "catalog.products.archive": nobodys,
  "catalog.products.setOptions": () => ({ ...nobodys(), options: [COLOUR] }),
  "catalog.products.generateVariants": nobodys,
  "catalog.products.saveVariants": () => ({ ...nobodys(), variants: [aVariant()] }),
  "catalog.products.archiveVariants": () => ({ ...nobodys(), ids: [randomUUID()] }),
  "catalog.bulk.list": () => ({}),
  "catalog.bulk.get": () => ({ id: randomUUID() }),
  "catalog.bulk.rows": () => ({ id: randomUUID(), outcomes: ["refused"] }),
  "catalog.bulk.check": () => ({ change: { kind: "archive" }, selection: { ids: [randomUUID()] } }),
  "catalog.bulk.start": nobodys,
  "catalog.bulk.undo": nobodys,
  "catalog.attributes.list": () => ({}),
  "catalog.attributes.get": () => ({ code: "weight" }),
  "catalog.attributes.use": () => ({ code: "weight" }),
  "catalog.attributes.create": () => anAttribute(),
  "catalog.attributes.change": () => ({ ...anAttribute(), version: 1 }),
  "catalog.attributes.remove": () => ({ code: anAttribute().code, version: 1 }),
  "catalog.types.list": () => undefined,
  "catalog.types.use": () => ({ id: randomUUID() }),
  "catalog.types.create": () => aType(),
  "catalog.types.change": () => ({ ...aType(), ...nobodys() }),
  "catalog.types.remove": nobodys,
};

/** Scenes in which each mutation does something, for the test of repetition. */
export function catalogScenes(shop: TestShop) {
  const scene = async (input: object) => ({ change: { principal: (await shop.member("staff")).principal }, input });
  const seen = async (more: object = {}) => {
    const { id, version } = await aSellable(shop);
    return scene({ id, version, ...more });
  };
  const edited = async (state: "checked" | "done") => {
    const { principal } = await shop.member("staff");
    const { bulk } = shop.callerOf({ principal }).catalog;
    const { id } = await aSellable(shop);
    const checked = await bulk.check({ change: { kind: "archive" }, selection: { ids: [id] } });
    const named = { id: checked.id, version: checked.version };
    const { version } = state === "done" ? await bulk.start(named) : checked;
    return { change: { principal }, input: { ...named, version } };
  };
  return {
    "catalog.bulk.check": async () =>
      scene({ change: { kind: "archive" }, selection: { ids: [(await aSellable(shop)).id] } }),
    "catalog.bulk.start": () => edited("checked"),
    "catalog.bulk.undo": () => edited("done"),
    "catalog.products.create": () => scene({ name: { ru: "Кружка" }, typeId: null }),
    "catalog.products.change": () => seen({ ...FACTS, slug: `cup-${randomUUID()}` }),
    "catalog.products.classify": () => seen({ categoryIds: [] }),
    "catalog.products.remove": () => seen(),
    "catalog.products.publish": () => seen({ from: null, until: null }),
    "catalog.products.unpublish": () => seen(),
    "catalog.products.archive": () => seen(),
    "catalog.products.setOptions": () => seen({ options: [COLOUR] }),
    "catalog.products.generateVariants": async () => {
      const { principal } = await shop.member("staff");
      const staff = shop.callerOf({ principal });
      const { id, version } = await staff.catalog.products.create({ name: { ru: "Ваза" }, typeId: null });
      return { change: { principal }, input: { id, version } };
    },
    "catalog.products.saveVariants": async () => {
      const { id, version, variants } = await aSellable(shop);
      return scene({ id, version, variants: variants.map((variant) => ({ ...variant, sku: `sku-${randomUUID()}` })) });
    },
    "catalog.products.archiveVariants": async () => {
      const { id, version, variants } = await aSellable(shop);
      return scene({ id, version, ids: variants.map((variant) => variant.id) });
    },
    "catalog.attributes.create": () => scene(anAttribute()),
    "catalog.attributes.change": async () => {
      const draft = anAttribute();
      await shop.services.attributes.create(randomUUID(), draft);
      return scene({ ...draft, name: { en: "Mass" }, version: 1 });
    },
    "catalog.attributes.remove": async () => {
      const { code, version } = await shop.services.attributes.create(randomUUID(), anAttribute());
      return scene({ code, version });
    },
    "catalog.types.create": () => scene(aType()),
    "catalog.types.change": async () => {
      const { id, version } = await shop.services.productTypes.create(randomUUID(), aType());
      return scene({ ...aType(), id, version });
    },
    "catalog.types.remove": async () => {
      const { id, version } = await shop.services.productTypes.create(randomUUID(), aType());
      return scene({ id, version });
    },
  };
}
