import { randomUUID } from "node:crypto";
import {
  createCatalogService,
  type CategoryDraft,
  type Picture,
  type ProductDraft,
  SkuTaken,
} from "@vitrina/domain/catalog";
import { aProductDraft } from "@vitrina/domain/catalog/testing";
import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import { createCatalogRepository } from "./catalog.repository.ts";
import type { CatalogTables } from "./catalog.tables.ts";

const database = testDatabase<CatalogTables>();
const catalog = () =>
  createCatalogService({
    catalog: createCatalogRepository(database.db),
    tree: { categories: async () => [] },
    transact: createTransact(database.db, (open) => ({ catalog: createCatalogRepository(open) })),
    clock: () => new Date("2026-11-24T12:00:00Z"),
    newId: randomUUID,
  });
const put = (products: ProductDraft[], { source = "test", categories = [] as CategoryDraft[] } = {}) =>
  catalog().importProducts({ source, categories, attributes: [], products });

const aPicture = (location: string): Picture => ({
  kind: "local",
  location,
  alt: { en: location },
  width: 1200,
  height: 1200,
});
const aCategory = (key: string, changes: Partial<CategoryDraft> = {}): CategoryDraft => ({
  key,
  parentKey: null,
  name: { en: key },
  slug: "mini-size",
  parentSlugs: [],
  position: 0,
  ...changes,
});

const colours: ProductDraft["options"] = [
  {
    code: "color",
    name: { ru: "Цвет", en: "Colour" },
    values: [
      { code: "red", name: { ru: "Красный", en: "Red" }, swatch: "#f00" },
      { code: "blue", name: { ru: "Синий", en: "Blue" }, swatch: "#00f" },
    ],
  },
];
const variants = (...values: string[]): ProductDraft["variants"] =>
  values.map((color, index) => ({ sku: `shirt-${color}`, optionValues: { color }, gtins: [], picture: index }));

test("an offer says which variant it is, in both languages, with the variant's own picture", async () => {
  const draft = aProductDraft({
    options: colours,
    variants: variants("red", "blue"),
    pictures: [aPicture("a"), aPicture("b")],
  });
  const [imported] = await put([draft]);
  const blue = imported?.variants.find(({ sku }) => sku === "shirt-blue")?.id ?? "";

  const offers = await catalog().getOffers([blue, randomUUID()]);

  expect(offers).toMatchObject([
    {
      variantId: blue,
      sku: "shirt-blue",
      name: draft.name,
      optionNames: [{ option: { ru: "Цвет", en: "Colour" }, value: { ru: "Синий", en: "Blue" } }],
      picture: { location: "b" },
      published: true,
    },
  ]);
});

test("a product that comes again keeps its variants by SKU, loses those that are gone and gets the new pictures", async () => {
  const ofFeed = (location: string) => ({ ...aPicture(location), kind: "remote" as const });
  const draft = aProductDraft({ externalId: "again", options: colours, pictures: [ofFeed("a"), ofFeed("b")] });
  const [first] = await put([
    { ...draft, variants: [{ sku: "r", optionValues: { color: "red" }, gtins: [], picture: 0 }] },
  ]);
  const next = { ...draft, pictures: [ofFeed("c")], contentHash: new Uint8Array([2]) };

  const [second] = await put([
    {
      ...next,
      variants: [
        { sku: "b", optionValues: { color: "blue" }, gtins: [], picture: null },
        { sku: "r", optionValues: { color: "red" }, gtins: [], picture: 0 },
      ],
    },
  ]);

  const kept = second?.variants.find(({ sku }) => sku === "r");
  expect(second).toMatchObject({ outcome: "changed", productId: first?.productId });
  expect(kept?.id).toBe(first?.variants[0]?.id);
  expect((await catalog().getOffers([kept?.id ?? ""]))[0]?.picture).toMatchObject({ location: "c" });
});

test("an SKU that another product has is refused by name, and nothing of the batch stays", async () => {
  await put([
    aProductDraft({ externalId: "owner", variants: [{ sku: "mine", optionValues: {}, gtins: [], picture: null }] }),
  ]);
  const thief = aProductDraft({
    externalId: "thief",
    variants: [{ sku: "mine", optionValues: {}, gtins: [], picture: null }],
  });

  const refusal = await put([aProductDraft({ externalId: "bystander" }), thief]).catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(SkuTaken);
  expect((refusal as SkuTaken).details).toEqual({ skus: ["mine"] });
  expect(await catalog().previewImport("test", [aProductDraft({ externalId: "bystander" })])).toEqual(["created"]);
});

test("categories of one name under several parents and sources get addresses of their own", async () => {
  const tree = [
    aCategory("hair", { slug: "hair" }),
    aCategory("hair mini", { parentKey: "hair", parentSlugs: ["hair"] }),
    aCategory("makeup", { slug: "makeup" }),
    aCategory("makeup mini", { parentKey: "makeup", parentSlugs: ["makeup"] }),
  ];

  await put([aProductDraft({ externalId: "c1", categoryKeys: ["makeup mini"] })], { categories: tree, source: "one" });
  await put(
    [
      aProductDraft({
        externalId: "c2",
        slug: "c2",
        variants: [{ sku: "c2", optionValues: {}, gtins: [], picture: null }],
      }),
    ],
    {
      categories: tree,
      source: "two",
    },
  );

  const rows = await database.db.selectFrom("catalog.category").select(["slug", "source"]).orderBy("slug").execute();
  expect(rows.map(({ slug, source }) => `${source} ${slug}`)).toEqual([
    "one hair",
    "two hair-mini-size",
    "two hair-two",
    "one makeup",
    "one makeup-mini-size",
    "two makeup-mini-size-two",
    "two makeup-two",
    "one mini-size",
  ]);
});

test("products of one address get addresses of their own, and keep them", async () => {
  const twins = ["left", "right"].map((externalId) => aProductDraft({ externalId, slug: "twin" }));
  await put(twins, { source: "twins" });

  await put(
    twins.map((twin) => ({ ...twin, contentHash: new Uint8Array([9]) })),
    { source: "twins" },
  );

  const rows = await database.db
    .selectFrom("catalog.product")
    .select("slug")
    .where("source", "=", "twins")
    .orderBy("externalId")
    .execute();
  expect(rows.map(({ slug }) => slug)).toEqual(["twin", "twin-twins"]);
});

test("two imports of one source at once write each product once", async () => {
  const products = Array.from({ length: 20 }, (_, index) => aProductDraft({ externalId: `race${index}` }));

  const outcomes = await Promise.all([put(products, { source: "race" }), put(products, { source: "race" })]);

  const created = outcomes.flat().filter(({ outcome }) => outcome === "created");
  expect(created).toHaveLength(20);
});

test("staff wait to edit a product until the import that read it has written it", async () => {
  await put([aProductDraft({ externalId: "held" })], { source: "held" });
  const edit = () => database.pool.query("select from catalog.product where source = 'held' for update nowait");

  await createTransact(database.db, () => ({}))(async () => {
    await catalog().knownOf([{ number: 1, source: "held", cells: { product: "held" } }], { lock: true });
    await expect(edit()).rejects.toMatchObject({ code: "55P03" });
  });

  await expect(edit()).resolves.toMatchObject({ rowCount: 1 });
});
