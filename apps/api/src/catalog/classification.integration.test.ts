import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Caller, testShop } from "#testing.ts";
import { aSellable } from "./testing-catalog.ts";

const shop = testShop();
let staff: Caller;
beforeEach(async () => {
  staff = await shop.signedIn("staff");
});

const aCategory = (name: string, parentId: string | null = null) =>
  staff.catalog.tree.create({ parentId, name: { en: `${name} ${randomUUID().slice(0, 8)}` } });
const listed = async (category: string) => {
  while ((await shop.services.search.refreshDirty(100)) > 0);
  const { rows } = await shop.callerOf().search.list({ currency: "RUB", category, sort: "newest" });
  return rows.map(({ slug }) => slug);
};

test("a product lies in several categories; the main one makes its way, and lists follow", async () => {
  const kitchen = await aCategory("Kitchen");
  const mugs = await aCategory("Mugs", kitchen.id);
  const gifts = await aCategory("Gifts");
  const { id, version, slug } = await aSellable(shop);

  const put = await staff.catalog.products.classify({ id, version, categoryIds: [mugs.id, gifts.id] });

  expect(put.categories).toMatchObject([
    { id: mugs.id, path: [kitchen.name, mugs.name] },
    { id: gifts.id, path: [gifts.name] },
  ]);
  for (const category of [kitchen, mugs, gifts]) expect(await listed(category.slug)).toEqual([slug]);
  const page = await shop.callerOf().search.product({ slug, currency: "RUB" });
  expect(page.breadcrumb.map((crumb) => crumb.id)).toEqual([kitchen.id, mugs.id]);

  await staff.catalog.products.classify({ id, version: put.version, categoryIds: [gifts.id] });

  expect(await listed(kitchen.slug)).toEqual([]);
  expect(await listed(gifts.slug)).toEqual([slug]);
  const admin = await shop.signedIn("admin");
  const { events } = await admin.core.audit.list({ subjectKind: "product", subjectId: id });
  expect(events[0]).toMatchObject({
    action: "catalog.product-classified",
    before: { categories: [mugs.slug, gifts.slug] },
    after: { categories: [gifts.slug] },
  });
});

test("a category that is gone is refused, an old copy of the product as well, and nothing is changed", async () => {
  const gifts = await aCategory("Gifts");
  const { id, version } = await aSellable(shop);
  const put = await staff.catalog.products.classify({ id, version, categoryIds: [gifts.id] });

  await expect(
    staff.catalog.products.classify({ id, version: put.version, categoryIds: [gifts.id, randomUUID()] }),
  ).rejects.toMatchObject({ message: "core.not-found" });
  await expect(staff.catalog.products.classify({ id, version, categoryIds: [] })).rejects.toMatchObject({
    message: "catalog.product-changed",
  });

  expect((await staff.catalog.products.get({ id })).categories).toMatchObject([{ id: gifts.id }]);
});

test("while a category is deleted no product comes into it", async () => {
  const gifts = await aCategory("Gifts");
  const { id, version } = await aSellable(shop);

  const [removed, put] = await Promise.allSettled([
    staff.catalog.tree.remove({ id: gifts.id, version: gifts.version }),
    staff.catalog.products.classify({ id, version, categoryIds: [gifts.id] }),
  ]);

  const refusal = (outcome: PromiseSettledResult<unknown>) =>
    outcome.status === "fulfilled" ? "done" : (outcome.reason as Error).message;
  expect([
    ["done", "core.not-found"],
    ["catalog.category-not-empty", "done"],
  ]).toContainEqual([refusal(removed), refusal(put)]);
});
