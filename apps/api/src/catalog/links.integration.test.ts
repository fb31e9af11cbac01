import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { aProductDraft } from "@vitrina/domain/catalog/testing";
import { onTheShelf } from "#testing-goods.ts";
import { type Caller, testShop } from "#testing.ts";

const shop = testShop();
let staff: Caller;
let cup: string;
let plate: string;
let spoon: string;
beforeAll(async () => {
  staff = await shop.signedIn("staff");
});
beforeEach(async () => {
  [cup, plate, spoon] = [await aProduct(), await aProduct(), await aProduct()];
});

const aProduct = async () => (await onTheShelf(shop.services)).productId;
type Kind = "related" | "accessory" | "replacement";
const to = (targetId: string, kind: Kind = "related", mutual = false) => ({ targetId, kind, mutual });
const linksOf = (productId: string) => staff.catalog.links.get({ productId });
const shownOf = async (productId: string) =>
  (await linksOf(productId)).links.map(({ targetId, kind, mutual }) => ({ targetId, kind, mutual }));
const save = async (productId: string, ...links: ReturnType<typeof to>[]) =>
  staff.catalog.links.save({ productId, version: (await linksOf(productId)).version, links });
const pageOf = async (productId: string) => {
  const { slug } = await staff.catalog.products.get({ id: productId });
  return shop.callerOf().search.linked({ slug, currency: "RUB" });
};
const idsOf = (rows: { productId: string }[]) => rows.map(({ productId }) => productId);

test("links stand in the order of staff, and each change is in the trail of the product", async () => {
  await save(cup, to(plate), to(spoon), to(spoon, "accessory"));
  const turned = await save(cup, to(spoon), to(plate), to(spoon, "accessory"));

  expect(turned.links.filter(({ kind }) => kind === "related").map(({ targetId }) => targetId)).toEqual([spoon, plate]);
  const trail = await shop.database.db
    .selectFrom("core.audit")
    .select(["before", "after"])
    .where("subjectId", "=", cup)
    .where("action", "=", "catalog.links-changed")
    .orderBy("id")
    .execute();
  expect(trail).toHaveLength(2);
  expect(trail[0]).toMatchObject({ before: { links: [] }, after: { links: expect.any(Array) } });
});

test("a link both ways comes and goes on both sides, and the other side keeps its own order", async () => {
  await save(plate, to(spoon));
  await save(cup, to(plate, "related", true), to(spoon, "accessory", true));
  expect(await shownOf(plate)).toEqual([to(spoon), to(cup, "related", true)]);
  expect(await shownOf(spoon)).toEqual([to(cup, "accessory", true)]);

  await save(plate, to(spoon));
  expect(await shownOf(cup)).toEqual([to(spoon, "accessory", true)]);

  await save(cup, to(spoon, "accessory"));
  expect(await shownOf(spoon)).toEqual([]);
});

test("a link of one's own becomes one of both when the other side says so", async () => {
  await save(plate, to(cup));
  await save(cup, to(plate, "related", true));

  expect(await shownOf(plate)).toEqual([to(cup, "related", true)]);
});

test("what the other side got is in its trail too", async () => {
  await save(cup, to(plate, "related", true));

  const trail = await shop.database.db
    .selectFrom("core.audit")
    .select(["before", "after"])
    .where("subjectId", "=", plate)
    .where("action", "=", "catalog.links-changed")
    .execute();
  expect(trail).toMatchObject([{ before: { links: [] }, after: { links: [{ product: cup, mutual: true }] } }]);
});

test("a product does not lead to itself, to nothing, or to too many", async () => {
  const refused = (code: string) => expect.objectContaining({ message: code });

  await expect(save(cup, to(cup))).rejects.toEqual(refused("catalog.self-link"));
  await expect(save(cup, to(randomUUID()))).rejects.toEqual(refused("core.not-found"));
  await expect(save(cup, to(plate), to(plate))).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(save(cup, to(plate, "replacement", true))).rejects.toMatchObject({ code: "BAD_REQUEST" });
  const many = Array.from({ length: 25 }, () => to(randomUUID()));
  await expect(save(cup, ...many)).rejects.toEqual(refused("catalog.link-limit-reached"));
  expect(await shownOf(cup)).toEqual([]);
});

test("a link back that would be one too many on the other side is refused as a whole", async () => {
  const others = await severalDrafts(24);
  await save(plate, ...others.map((id) => to(id)));

  await expect(save(cup, to(plate, "related", true))).rejects.toMatchObject({
    message: "catalog.link-limit-reached",
    cause: { details: { limit: 24, productIds: [plate] } },
  });
  expect(await shownOf(cup)).toEqual([]);
});

test("of two people who save the links of one product at once the second is told; both sides of a pair stay in step (T-60)", async () => {
  const { version } = await linksOf(cup);
  const change = (target: string) => staff.catalog.links.save({ productId: cup, version, links: [to(target)] });
  const outcomes = await Promise.allSettled([change(plate), change(spoon)]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(change(plate)).rejects.toMatchObject({ message: "core.stale-version" });

  await save(cup);
  await save(cup, to(plate, "related", true));
  const versions = [(await linksOf(cup)).version, (await linksOf(plate)).version] as const;
  await Promise.allSettled([
    staff.catalog.links.save({ productId: cup, version: versions[0], links: [] }),
    staff.catalog.links.save({ productId: plate, version: versions[1], links: [to(cup, "related", true), to(spoon)] }),
  ]);
  const [there, back] = [await shownOf(cup), await shownOf(plate)];
  expect(there.some(({ targetId }) => targetId === plate)).toBe(back.some(({ targetId }) => targetId === cup));
});

test("the page shows what staff linked, in their order, and nothing that is not in the shop", async () => {
  const hidden = await aProduct();
  await save(cup, to(spoon), to(hidden), to(plate), to(hidden, "accessory"), to(plate, "replacement"));
  const { version } = await staff.catalog.products.get({ id: hidden });
  await staff.catalog.products.archive({ id: hidden, version });
  while ((await shop.services.search.refreshDirty(100)) > 0);

  const page = await pageOf(cup);
  expect(idsOf(page.related)).toEqual([spoon, plate]);
  expect(page.accessories).toEqual([]);
  expect(page.replacements).toMatchObject([{ productId: plate, price: { amount: 150_000 }, currency: "RUB" }]);
  const { slug } = await staff.catalog.products.get({ id: cup });
  expect((await shop.callerOf().search.linked({ slug, currency: "USD" })).related).toEqual([]);
});

test("an archived product still leads to what stands in for it; a draft leads nowhere", async () => {
  await save(cup, to(plate, "replacement"));
  const archived = await staff.catalog.products.get({ id: cup });
  await staff.catalog.products.archive({ id: cup, version: archived.version });
  expect(idsOf((await pageOf(cup)).replacements)).toEqual([plate]);

  const draft = await staff.catalog.products.create({ name: { ru: "Черновик" }, typeId: null });
  await save(draft.id, to(plate, "replacement"));
  expect((await pageOf(draft.id)).replacements).toEqual([]);
});

test("where staff linked nothing the most prominent others of its category stand, and nothing of another one", async () => {
  const key = `shelf-${randomUUID()}`;
  const [own, near, far] = await shelved(key, 3);
  const shown = idsOf((await pageOf(own ?? "")).related);

  expect(new Set(shown)).toEqual(new Set([near, far]));
  expect((await pageOf(cup)).related).toEqual([]);
});

async function severalDrafts(count: number): Promise<string[]> {
  const drafts = Array.from({ length: count }, () =>
    staff.catalog.products.create({ name: { ru: `Набор ${randomUUID()}` }, typeId: null }),
  );
  return (await Promise.all(drafts)).map(({ id }) => id);
}

/** Published products of one category, sold in roubles. */
async function shelved(key: string, count: number): Promise<string[]> {
  const imported = await shop.services.catalog.importProducts({
    source: key,
    categories: [{ key, parentKey: null, name: { ru: "Полка" }, slug: key, parentSlugs: [], position: 0 }],
    attributes: [],
    products: Array.from({ length: count }, (_, number) => ({
      ...aProductDraft({ externalId: `${key}-${number}`, slug: `${key}-${number}`, categoryKeys: [key] }),
      variants: [{ sku: `${key}-${number}`, optionValues: {}, gtins: [], picture: null }],
    })),
  });
  await shop.services.pricing.setPrices(
    imported.flatMap(({ variants }) =>
      variants.map(({ id }) => ({ variantId: id, amount: 1_000, compareAt: null, currency: "RUB" as const })),
    ),
  );
  while ((await shop.services.search.refreshDirty(100)) > 0);
  return imported.map(({ productId }) => productId);
}
