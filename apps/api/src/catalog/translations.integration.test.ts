import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { aProductDraft } from "@vitrina/domain/catalog/testing";
import { type Caller, testShop } from "#testing.ts";

const shop = testShop();
let staff: Caller;
beforeAll(async () => {
  staff = await shop.signedIn("staff");
});

type Text = { ru?: string; en?: string };
const aProduct = (name: Text) => staff.catalog.products.create({ name, typeId: null });
const subject = (id: string) => ({ kind: "product" as const, id });
const statesOf = async (id: string) =>
  Object.fromEntries(
    (await staff.catalog.translations.get(subject(id))).map(({ locale, fields }) => [
      locale,
      Object.fromEntries(fields.map(({ field, state }) => [field, state])),
    ]),
  );
async function write(id: string, texts: { name?: Text; description?: Text }) {
  const { slug, typeId, name, description, brand, model, taxClass, attributes, version } =
    await staff.catalog.products.get({ id });
  const facts = { slug, typeId, name, description, brand, model, taxClass, attributes };
  return staff.catalog.products.change({ ...facts, ...texts, id, version });
}
const save = async (id: string, locale: string, texts: object) => {
  const { version } = await staff.catalog.products.get({ id });
  return staff.catalog.translations.save({ ...subject(id), version, locale, texts, confirmed: [] });
};
async function waiting(kind: "product" | "category" | "attribute", locale: string) {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await staff.catalog.translations.list({ kind, locale, ...(cursor !== undefined && { cursor }) });
    ids.push(...page.sheets.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

test("what lacks a language is listed and told by field, and leaves the list when it is translated", async () => {
  const { id } = await aProduct({ ru: "Кружка" });
  await write(id, { description: { ru: "Из глины" } });
  expect(await statesOf(id)).toEqual({
    ru: { name: "source", description: "source" },
    en: { name: "missing", description: "missing" },
  });
  expect(await waiting("product", "en")).toContain(id);
  expect(await waiting("product", "ru")).not.toContain(id);

  await save(id, "en", { name: "Cup", description: "Of clay" });

  expect(await statesOf(id)).toMatchObject({ en: { name: "done", description: "done" } });
  expect(await waiting("product", "en")).not.toContain(id);
  expect(await staff.catalog.products.get({ id })).toMatchObject({ name: { ru: "Кружка", en: "Cup" } });
});

test("a source that changes alone makes its translation stale until it is saved or said to be right", async () => {
  const { id } = await aProduct({ ru: "Кружка", en: "Cup" });
  await write(id, { name: { ru: "Большая кружка", en: "Cup" } });
  expect(await statesOf(id)).toMatchObject({ ru: { name: "source" }, en: { name: "stale" } });
  expect(await waiting("product", "en")).toContain(id);

  const { version } = await staff.catalog.products.get({ id });
  const right = { ...subject(id), version, locale: "en", texts: {}, confirmed: ["name" as const] };
  await staff.catalog.translations.save(right);
  expect(await statesOf(id)).toMatchObject({ en: { name: "done" } });

  await write(id, { name: { ru: "Огромная кружка", en: "Cup" } });
  await save(id, "en", { name: "Huge cup" });
  expect(await statesOf(id)).toMatchObject({ en: { name: "done" } });

  await write(id, { name: { ru: "Синяя кружка", en: "Blue cup" } });
  expect(await statesOf(id)).toMatchObject({ ru: { name: "source" }, en: { name: "done" } });
});

test("where English was first, Russian is the translation: an English text that changes makes it stale", async () => {
  const { id } = await aProduct({ en: "Cup" });
  expect(await statesOf(id)).toMatchObject({ en: { name: "source" }, ru: { name: "missing" } });
  await save(id, "ru", { name: "Кружка" });
  expect(await statesOf(id)).toMatchObject({ en: { name: "source" }, ru: { name: "done" } });

  await write(id, { name: { en: "Mug", ru: "Кружка" } });
  expect(await statesOf(id)).toMatchObject({ en: { name: "source" }, ru: { name: "stale" } });

  await write(id, { name: { ru: "Кружка" } });
  expect(await statesOf(id)).toMatchObject({ ru: { name: "source" }, en: { name: "missing" } });
});

test("an import marks what it makes stale too, for all its products by one statement", async () => {
  const source = `feed-${randomUUID()}`;
  const draft = (number: number, ru: string) => ({
    ...aProductDraft({ externalId: `${source}-${number}`, slug: `${source}-${number}`, name: { ru, en: "Cup" } }),
    variants: [{ sku: `${source}-${number}`, optionValues: {}, gtins: [], picture: null }],
    contentHash: new TextEncoder().encode(ru),
  });
  const bring = (ru: string) =>
    shop.services.catalog.importProducts({
      source,
      categories: [],
      attributes: [],
      products: [draft(1, ru), draft(2, ru)],
    });
  const [first, second] = await bring("Кружка");
  await bring("Чашка");

  for (const product of [first, second])
    expect(await statesOf(product?.productId ?? "")).toMatchObject({ en: { name: "stale" } });
});

test("a source that speaks one language leaves the translation by staff where it is, and makes it stale when its text changes", async () => {
  const source = `feed-${randomUUID()}`;
  const bring = (en: string) =>
    shop.services.catalog.importProducts({
      source,
      categories: [],
      attributes: [],
      products: [
        {
          ...aProductDraft({ externalId: source, slug: source, name: { en }, description: {} }),
          variants: [{ sku: source, optionValues: {}, gtins: [], picture: null }],
          contentHash: new TextEncoder().encode(en),
        },
      ],
    });
  const [product] = await bring("Cup");
  const id = product?.productId ?? "";
  await save(id, "ru", { name: "Кружка" });
  await bring("Mug");

  expect(await staff.catalog.products.get({ id })).toMatchObject({ name: { en: "Mug", ru: "Кружка" } });
  expect(await statesOf(id)).toEqual({ en: { name: "source" }, ru: { name: "stale" } });
});

test("categories and attributes are translated the same way", async () => {
  const category = await staff.catalog.tree.create({ parentId: null, name: { ru: `Полка ${randomUUID()}` } });
  const code = `weight-${randomUUID()}`;
  await staff.catalog.attributes.create({
    code,
    name: { ru: "Вес" },
    unit: { ru: "г" },
    type: "number",
    choices: [],
    filterable: null,
  });
  expect(await waiting("category", "en")).toContain(category.id);
  expect(await waiting("attribute", "en")).toContain(code);

  await staff.catalog.translations.save({
    kind: "category",
    id: category.id,
    version: category.version,
    locale: "en",
    texts: { name: "Shelf" },
    confirmed: [],
  });
  const done = await staff.catalog.translations.save({
    kind: "attribute",
    id: code,
    version: 1,
    locale: "en",
    texts: { name: "Weight", unit: "g" },
    confirmed: [],
  });

  expect(done.fields.map(({ state }) => state)).toEqual(["done", "done"]);
  expect(await waiting("category", "en")).not.toContain(category.id);
  expect(await waiting("attribute", "en")).not.toContain(code);
});

test("a translated name is no longer than its own form takes", async () => {
  const category = await staff.catalog.tree.create({ parentId: null, name: { ru: `Полка ${randomUUID()}` } });
  const named = (name: string) =>
    staff.catalog.translations.save({
      kind: "category",
      id: category.id,
      version: category.version,
      locale: "en",
      texts: { name },
      confirmed: [],
    });

  await expect(named("m".repeat(121))).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(named("m".repeat(120))).resolves.toMatchObject({ kind: "category" });
});

test("a language that the shop does not speak, an old copy and a text that is nowhere are refused", async () => {
  const { id, version } = await aProduct({ ru: "Кружка" });
  const change = { ...subject(id), version, locale: "en", texts: { name: "Cup" }, confirmed: [] };

  await expect(staff.catalog.translations.save({ ...change, locale: "de" })).rejects.toMatchObject({
    message: "catalog.locale-unknown",
    cause: { details: { locale: "de", known: ["ru", "en"] } },
  });
  await expect(staff.catalog.translations.list({ kind: "product", locale: "tlh" })).rejects.toMatchObject({
    message: "catalog.locale-unknown",
  });
  await expect(staff.catalog.translations.save({ ...change, texts: { unit: "g" } })).rejects.toMatchObject({
    message: "catalog.nothing-to-translate",
  });
  const [one, other] = await Promise.allSettled([
    staff.catalog.translations.save(change),
    staff.catalog.translations.save({ ...change, texts: { name: "Mug" } }),
  ]);
  expect([one?.status, other?.status].toSorted((a = "", b = "") => a.localeCompare(b))).toEqual([
    "fulfilled",
    "rejected",
  ]);
});

test("each translation is in the trail of what was translated, before and after", async () => {
  const { id } = await aProduct({ ru: "Кружка" });
  await save(id, "en", { name: "Cup" });

  const trail = await shop.database.db
    .selectFrom("core.audit")
    .select(["before", "after"])
    .where("subjectId", "=", id)
    .where("action", "=", "catalog.translated")
    .execute();
  expect(trail).toMatchObject([{ before: { "name en": null }, after: { "name en": "Cup" } }]);
});
