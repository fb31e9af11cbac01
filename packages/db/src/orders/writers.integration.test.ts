import { randomUUID } from "node:crypto";
import { openDatabase } from "@vitrina/db";
import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { OutOfStock } from "@vitrina/domain/inventory";
import type { NewOrder } from "@vitrina/domain/orders";
import { anAddress, anOrder } from "@vitrina/domain/orders/testing";
import { beforeAll, expect, test } from "vitest";
import { createCheckoutRepository } from "./checkout.repository.ts";
import { aCart, aCode, anArticle, aPlacement, audit, openDeliveries, ordersOn } from "./testing.ts";

const database = testDatabase({ max: 5 });
const by = { actor: "test", reference: null };

beforeAll(() => openDeliveries(database.db));

/** The same numbers in every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

test("buyers, shopkeepers, the stock room and the expiry work at once and never lock each other out", async () => {
  const roll = dice(41);
  const articles = await Promise.all(Array.from({ length: 5 }, () => anArticle(database.db, { stock: 60 })));
  await aCode(database.db, { code: "MIX", maxUses: 20 });
  // A pool of its own: PostgreSQL tells the deadlocks of a connection when it ends.
  const { db, close } = openDatabase({
    connectionString: database.connectionString,
    max: 20,
    statementTimeout: 60_000,
  });
  const { orders, inventory } = ordersOn(db);
  const errors: unknown[] = [];
  const attempt = (work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof Error && "kind" in error)) errors.push(error);
    });
  const buy = async (basket: number[], codes: string[]) => {
    const { owner } = await aCart(
      db,
      basket.flatMap((index) => (articles[index] ? [[articles[index], 1]] : [])),
      { codes },
    );
    const { hash } = await orders.startCheckout(owner, { country: "RU" });
    const { order } = await orders.placeOrder(owner, aPlacement(hash), "ru");
    await orders.admin.markShipped({ id: order.id, version: 1, actor: randomUUID() });
  };
  const shuffled = () => [0, 1, 2, 3, 4].toSorted(() => roll(3) - 1).slice(0, 1 + roll(4));

  await Promise.all(
    Array.from({ length: 120 }, (_, index) => {
      const variantId = articles[roll(5)]?.variantId ?? "";
      if (index % 10 === 0) return attempt(inventory.adjust([{ variantId, delta: roll(5) - 2 || 1 }], by));
      if (index % 10 === 1) return attempt(inventory.releaseExpired(new Date(), 50));
      if (index % 10 === 2)
        return attempt(
          inventory.receive(
            articles.map(({ variantId: id }) => ({ variantId: id, quantity: 1 })),
            by,
          ),
        );
      return attempt(buy(shuffled(), index % 3 === 0 ? ["MIX"] : []));
    }),
  );
  await close();

  expect(errors).toEqual([]);
  expect(await audit(database.db)).toEqual([]);
  const { rows } = await database.pool.query(
    "select deadlocks from pg_stat_database where datname = current_database()",
  );
  expect(rows).toEqual([{ deadlocks: 0 }]);
});

test("two lines of one article are wanted together, not each on its own", async () => {
  const mug = await anArticle(database.db, { stock: 3 });
  const { cartId } = await aCart(database.db, [[mug, 2]]);
  const [line] = anOrder().lines;
  const twice = [line, line].map((each) => ({ ...each, ...mug, quantity: 2 })) as NewOrder["lines"];
  const order: NewOrder = {
    ...anOrder({ id: randomUUID(), number: "1", address: anAddress() }),
    lines: twice,
    cartId,
    userId: null,
    quoteHash: "",
    accessHash: Buffer.from(randomUUID()),
    locale: "ru",
    redemptions: [],
    together: false,
    paymentId: randomUUID(),
    consent: { personalData: true, textVersion: "2026-11", marketing: false },
  };
  const place = createTransact(database.db, (transaction) => createCheckoutRepository(transaction));

  const refusal = await place((checkout) => checkout.place(order)).catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(OutOfStock);
  expect((refusal as OutOfStock).details.shortages).toEqual([{ variantId: mug.variantId, wanted: 4, left: 3 }]);
  expect(await audit(database.db)).toEqual([]);
});
