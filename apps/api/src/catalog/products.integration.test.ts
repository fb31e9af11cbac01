import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Caller, testShop } from "#testing.ts";
import { openForOrders, placeOrderAsGuest } from "#testing-goods.ts";
import { aSellable } from "./testing-catalog.ts";

const shop = testShop();
const HOUR = 3_600_000;
let staff: Caller;
beforeAll(() => openForOrders(shop));
beforeEach(async () => {
  staff = await shop.signedIn("staff");
});

const aDraft = () => staff.catalog.products.create({ name: { ru: `Кружка ${randomUUID()}` }, typeId: null });
type Sheet = Awaited<ReturnType<typeof aDraft>>;
const factsOf = ({ slug, typeId, name, description, brand, model, taxClass, attributes }: Sheet) => ({
  slug,
  typeId,
  name,
  description,
  brand,
  model,
  taxClass,
  attributes,
});
const refresh = async () => {
  while ((await shop.services.search.refreshDirty(100)) > 0);
};
const inTheShop = async ({ slug }: Pick<Sheet, "slug">) => {
  await refresh();
  const { rows } = await shop.callerOf().search.list({ currency: "RUB", q: slug, sort: "newest" });
  const listed = rows.some((row) => row.slug === slug);
  const page = await shop
    .callerOf()
    .search.product({ slug, currency: "RUB" })
    .then(
      () => true,
      () => false,
    );
  return { listed, page };
};

test("a draft has an address of its own and is seen by nobody but staff", async () => {
  const name = { ru: `Чашка ${randomUUID()}` };
  const draft = await staff.catalog.products.create({ name, typeId: null });

  expect(draft).toMatchObject({ status: "draft", visible: false, version: 1, name });
  expect(draft.slug).toMatch(/^chashka-/);
  expect(await inTheShop(draft)).toEqual({ listed: false, page: false });
  expect((await staff.catalog.products.list({ q: name.ru, status: "draft" })).products).toMatchObject([
    { id: draft.id, variants: 0 },
  ]);
});

test("two drafts of one name get different addresses, and an address that is taken is refused", async () => {
  const name = { ru: `Ваза ${randomUUID()}` };
  const [first, second] = [
    await staff.catalog.products.create({ name, typeId: null }),
    await staff.catalog.products.create({ name, typeId: null }),
  ];

  expect(second.slug).toBe(`${first.slug}-2`);
  await expect(staff.catalog.products.create({ name, typeId: null, slug: first.slug })).rejects.toMatchObject({
    message: "catalog.slug-taken",
  });
  const { id, version } = second;
  await expect(
    staff.catalog.products.change({ ...factsOf(second), id, version, slug: first.slug }),
  ).rejects.toMatchObject({ cause: { details: { slug: first.slug } } });
});

test("who comes second with an edit hears what differs, field by field, and loses nothing of the first (T-60)", async () => {
  const { id, version, ...draft } = await aDraft();
  const facts = factsOf({ id, version, ...draft });
  await staff.catalog.products.change({ ...facts, id, version, brand: "Гжель", model: "M1" });

  await expect(staff.catalog.products.change({ ...facts, id, version, brand: "Хохлома" })).rejects.toMatchObject({
    message: "catalog.product-changed",
    cause: {
      details: {
        current: version + 1,
        fields: [
          { field: "brand", yours: "Хохлома", theirs: "Гжель" },
          { field: "model", yours: null, theirs: "M1" },
        ],
      },
    },
  });
  expect(await staff.catalog.products.get({ id })).toMatchObject({ brand: "Гжель", model: "M1" });
});

test("of two edits at once one is saved and the other one refused", async () => {
  const draft = await aDraft();
  const edit = (brand: string) =>
    staff.catalog.products.change({ ...factsOf(draft), id: draft.id, version: draft.version, brand });

  const outcomes = await Promise.allSettled([edit("A"), edit("B")]);

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("an edit is written down field by field", async () => {
  const draft = await aDraft();
  const { id, version } = draft;
  await staff.catalog.products.change({ ...factsOf(draft), id, version, brand: "Гжель", name: { ru: "Чайник" } });

  const { events } = await (await shop.signedIn("admin")).core.audit.list({ subjectKind: "product", subjectId: id });

  expect(events).toMatchObject([
    {
      action: "catalog.product-changed",
      before: { brand: null, name: draft.name },
      after: { brand: "Гжель", name: { ru: "Чайник" } },
    },
    { action: "catalog.product-created" },
  ]);
  expect(Object.keys(events[0]?.after ?? {})).toHaveLength(2);
});

test("a draft that cannot be bought is not published, and staff hear everything that is missing at once", async () => {
  const name = { en: `Cup ${randomUUID()}` };
  const { id, version } = await staff.catalog.products.create({ name, typeId: null });
  const blockers = [{ kind: "text", locale: "ru" }, { kind: "variant" }, { kind: "media" }];

  expect(await staff.catalog.products.checklist({ id })).toEqual(blockers);
  await expect(staff.catalog.products.publish({ id, version, from: null, until: null })).rejects.toMatchObject({
    message: "catalog.not-publishable",
    cause: { details: { blockers } },
  });
});

test("a product without a price in one currency, and of a class that no country taxes, is not published", async () => {
  const product = await aSellable(shop);
  await shop.database.pool.query(
    "delete from pricing.price where currency = 'EUR' and variant_id in (select id from catalog.variant where product_id = $1)",
    [product.id],
  );
  const changed = await staff.catalog.products.change({ ...factsOf(product), ...seen(product), taxClass: "luxury" });

  await expect(staff.catalog.products.publish({ ...seen(changed), from: null, until: null })).rejects.toMatchObject({
    cause: {
      details: {
        blockers: [
          { kind: "price", currency: "EUR", variants: 1 },
          { kind: "tax-class", taxClass: "luxury" },
        ],
      },
    },
  });
});

const seen = ({ id, version }: Sheet) => ({ id, version });

test("a product comes into the shop and leaves it by the clock, in lists, on its page and in carts", async () => {
  const product = await aSellable(shop);
  const from = new Date(shop.clock.now().getTime() + HOUR).toISOString();
  const until = new Date(shop.clock.now().getTime() + 2 * HOUR).toISOString();
  await staff.catalog.products.publish({ ...seen(product), from, until });
  expect(await inTheShop(product)).toEqual({ listed: false, page: false });
  const variantId = product.variants[0]?.id ?? "";
  await expect(shop.callerOf().cart.addItem({ variantId, quantity: 1, currency: "RUB" })).rejects.toThrow();

  shop.clock.advance(HOUR);
  expect(await inTheShop(product)).toEqual({ listed: true, page: true });

  shop.clock.advance(HOUR);
  expect(await inTheShop(product)).toEqual({ listed: false, page: false });
});

test("a product that is hidden before it is seen is refused", async () => {
  const product = await aSellable(shop);
  const at = (hours: number) => new Date(shop.clock.now().getTime() + hours * HOUR).toISOString();

  for (const [from, until] of [
    [at(2), at(1)],
    [null, at(-1)],
  ] as const)
    await expect(staff.catalog.products.publish({ ...seen(product), from, until })).rejects.toMatchObject({
      message: "catalog.invalid-period",
    });
});

test("an unpublished product and an archived one leave lists, page and carts at once", async () => {
  for (const act of ["unpublish", "archive"] as const) {
    const product = await aSellable(shop);
    expect(await inTheShop(product)).toEqual({ listed: true, page: true });

    await staff.catalog.products[act](seen(product));

    expect(await inTheShop(product)).toEqual({ listed: false, page: false });
  }
});

test("what was ordered is kept, and what never was is deleted with all that hangs on it", async () => {
  const { order } = await placeOrderAsGuest(shop);
  const { rows } = await shop.database.pool.query("select product_id from orders.line where order_id = $1", [order.id]);
  const ordered = await staff.catalog.products.get({ id: rows[0].product_id });
  await expect(staff.catalog.products.remove(seen(ordered))).rejects.toMatchObject({ message: "catalog.has-orders" });

  const product = await aSellable(shop);
  await staff.catalog.products.remove(seen(product));

  await expect(staff.catalog.products.get({ id: product.id })).rejects.toMatchObject({ message: "core.not-found" });
  expect(await inTheShop(product)).toEqual({ listed: false, page: false });
});

test("products are found by beginnings of words, by ё as е, and by the beginning of a SKU", async () => {
  const word = `Ёлочка${randomUUID().slice(0, 8)}`;
  const draft = await staff.catalog.products.create({ name: { ru: `Игрушка ${word}` }, typeId: null });
  const sellable = await aSellable(shop);
  const ids = async (q: string) => (await staff.catalog.products.list({ q })).products.map(({ id }) => id);

  expect(await ids(`елочка${word.slice(6, 12)}`)).toEqual([draft.id]);
  expect(await ids((sellable.variants[0]?.sku ?? "").slice(0, 20).toUpperCase())).toEqual([sellable.id]);
  expect(await ids("'; drop table & | ! :*")).toEqual([]);
});

test("a list of products is paged without gaps and repetitions", async () => {
  const tag = `tag${randomUUID().slice(0, 8)}`;
  const made: string[] = [];
  for (let index = 0; index < 27; index++) {
    shop.clock.advance(1);
    made.unshift((await staff.catalog.products.create({ name: { ru: `${tag} ${index}` }, typeId: null })).id);
  }

  const first = await staff.catalog.products.list({ q: tag });
  const second = await staff.catalog.products.list({ q: tag, cursor: first.nextCursor ?? "" });

  expect([...first.products, ...second.products].map(({ id }) => id)).toEqual(made);
  expect(second.nextCursor).toBeNull();
});
