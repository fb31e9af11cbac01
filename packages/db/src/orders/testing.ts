import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import { createAudit, createOutbox, createTransact } from "@vitrina/db/core";
import { createStockRepository } from "@vitrina/db/inventory";
import type { Database } from "@vitrina/db";
import type { Currency } from "@vitrina/domain/core";
import { createInventoryService, MAIN_LOCATION } from "@vitrina/domain/inventory";
import { createCheckoutService, createOrdersService, type Owner, type Placement } from "@vitrina/domain/orders";
import { anAddress } from "@vitrina/domain/orders/testing";
import { createAddressRepository, createConsentRepository, createUsersRepository } from "@vitrina/db/users";
import { createAddressService, createConsentService } from "@vitrina/domain/users";
import { fakeUnsubscribeTokens, postalRules } from "@vitrina/domain/users/testing";
// oxlint-disable-next-line no-restricted-imports -- fixtures and the auditor cross the rooms
import { type Kysely, sql } from "kysely";
import { createCheckoutRepository } from "./checkout.repository.ts";
import { createOrdersReader, createOrdersRepository } from "./orders.repository.ts";

const KEY = "a key of the tests";
const NOON = new Date("2026-03-01T12:00:00Z");

/** The checkout and the orders on a real database, with a clock that stands at noon until it is moved. */
export function ordersOn(db: Kysely<Database>) {
  let now = NOON;
  const clock = () => now;
  const inventory = createInventoryService({
    stock: createStockRepository(db),
    transact: createTransact(db, (transaction) => ({ stock: createStockRepository(transaction) })),
  });
  const tokens = {
    tokenOf: (orderId: string) =>
      createHmac("sha256", KEY).update(orderId).digest().subarray(0, 16).toString("base64url"),
    hashOf: (token: string) => createHash("sha256").update(token).digest(),
  };
  const addresses = createAddressService({
    addresses: createAddressRepository(db),
    transact: createTransact(db, (transaction) => ({ addresses: createAddressRepository(transaction) })),
    rules: postalRules,
    newId: randomUUID,
  });
  const consents = createConsentService({
    users: createUsersRepository(db),
    consents: createConsentRepository(db),
    tokens: fakeUnsubscribeTokens,
    transact: createTransact(db, (transaction) => ({
      users: createUsersRepository(transaction),
      consents: createConsentRepository(transaction),
      outbox: createOutbox(transaction),
    })),
    clock,
  });
  const checkout = createCheckoutService({
    transact: createTransact(db, (transaction) => ({ checkout: createCheckoutRepository(transaction) })),
    inventory,
    addresses,
    consents,
    tokens,
    hash: (text) => createHash("sha256").update(text).digest("hex"),
    guestKey: (email) => `guest:${email}`,
    clock,
    newId: randomUUID,
    timeZone: "Europe/Moscow",
  });
  const orders = createOrdersService({
    orders: createOrdersReader(db),
    transact: createTransact(db, (transaction) => ({
      orders: createOrdersRepository(transaction),
      outbox: createOutbox(transaction),
      audit: createAudit(transaction),
    })),
    tokens,
    clock,
    inventory,
    checkout,
  });
  return {
    orders,
    inventory,
    addresses,
    pass: (milliseconds: number) => (now = new Date(now.getTime() + milliseconds)),
  };
}

export interface Goods {
  variantId: string;
  productId: string;
}

/** A published product with one variant, priced and in stock. */
export async function anArticle(
  db: Kysely<Database>,
  { stock = 100, amount = 150_000, currency = "RUB" } = {},
): Promise<Goods> {
  const goods = { productId: randomUUID(), variantId: randomUUID() };
  const name = goods.productId.slice(0, 8);
  await sql`
    with product as (
      insert into catalog.product (id, slug, source, external_id, status, name, created_at, updated_at)
      values (${goods.productId}, ${name}, 'test', ${name}, 'published', ${JSON.stringify({ ru: name })}, now(), now()) returning id
    ), variant as (
      insert into catalog.variant (id, product_id, sku) select ${goods.variantId}::uuid, id, ${name} from product returning id
    ), price as (
      insert into pricing.price (id, variant_id, currency, amount) select gen_random_uuid(), id, ${currency}, ${amount} from variant
    )
    select 1
  `.execute(db);
  const received = JSON.stringify([{ ...goods, locationId: MAIN_LOCATION, delta: stock }]);
  await sql`select inventory.move(${received}, 'received', null, 'test')`.execute(db);
  return goods;
}

export async function setPrice(db: Kysely<Database>, { variantId }: Goods, amount: number): Promise<void> {
  await sql`update pricing.price set amount = ${amount} where variant_id = ${variantId}`.execute(db);
}

/** Ways of delivery: a courier in Russia, a parcel in Germany. */
export async function openDeliveries(db: Kysely<Database>): Promise<void> {
  await db
    .insertInto("orders.deliveryMethod")
    .values([
      {
        code: "courier",
        name: JSON.stringify({ ru: "Курьер", en: "Courier" }),
        countries: ["RU"],
        prices: JSON.stringify({ RUB: 39_000 }),
        minDays: 1,
        maxDays: 3,
      },
      {
        code: "parcel",
        name: JSON.stringify({ ru: "Посылка", en: "Parcel" }),
        countries: ["DE"],
        prices: JSON.stringify({ RUB: 99_000 }),
        minDays: 5,
        maxDays: 9,
      },
    ])
    .execute();
}

interface Filled {
  owner: Owner;
  cartId: string;
}

/** A cart of a guest, or of a person when told, with so many pieces of each. */
export async function aCart(
  db: Kysely<Database>,
  lines: [goods: Goods, quantity: number][],
  {
    userId = null,
    codes = [],
    currency = "RUB",
  }: { userId?: string | null; codes?: string[]; currency?: Currency } = {},
): Promise<Filled> {
  const cartId = randomUUID();
  const secretHash = userId ? null : randomBytes(32);
  await sql`
    insert into cart.cart (id, user_id, secret_hash, currency, created_at, updated_at, expires_at)
    values (${cartId}, ${userId}, ${secretHash}, ${currency}, now(), now(), 'infinity')
  `.execute(db);
  for (const [{ variantId }, quantity] of lines)
    await sql`insert into cart.line (cart_id, variant_id, quantity, added_at) values (${cartId}, ${variantId}, ${quantity}, now())`.execute(
      db,
    );
  for (const code of codes)
    await sql`insert into cart.code (cart_id, code, added_at) values (${cartId}, ${code}, now())`.execute(db);
  return { cartId, owner: userId ? { userId } : { secretHash: secretHash ?? Buffer.of() } };
}

export async function aCode(
  db: Kysely<Database>,
  {
    code,
    basisPoints = 1000,
    maxUses = null,
    perCustomer = null,
  }: { code: string; basisPoints?: number; maxUses?: number | null; perCustomer?: number | null },
): Promise<void> {
  const id = randomUUID();
  await sql`
    with promotion as (
      insert into promotions.promotion (id, name, kind, basis_points) values (${id}, '{"ru": "Скидка"}', 'percent-off-order', ${basisPoints}) returning id
    )
    insert into promotions.code (code, promotion_id, max_uses, per_customer) select ${code}, id, ${maxUses}::int, ${perCustomer}::int from promotion
  `.execute(db);
}

export const aPlacement = (quoteHash: string, changes: Partial<Placement> = {}): Placement => ({
  email: `${randomBytes(4).toString("hex")}@example.com`,
  address: anAddress(),
  keepAddress: false,
  together: false,
  deliveryCode: "courier",
  paymentMethod: "on-delivery",
  consent: { personalData: true, textVersion: "2026-11", marketing: false },
  quoteHash,
  ...changes,
});

/**
 * What must hold of the books at any moment (the SQL auditor of the reliability plan): the names of what does not.
 * Empty in a healthy shop.
 */
export async function audit(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select 'stock ' || variant_id as fault from inventory.imbalance
    union all select 'code ' || code from promotions.imbalance
    union all select 'payments of order ' || number from orders.order as placed
      where (select count(*) from orders.payment where order_id = placed.id and state not in ('failed', 'voided')) <> 1
    union all select 'no lines in order ' || number from orders.order as placed where not exists (select from orders.line where order_id = placed.id)
    union all select 'no fact for order ' || number from orders.order as placed
      where not exists (select from core.outbox where dedup_key = 'orders.placed:' || placed.id)
    union all select 'sum of order ' || number from orders.order as placed
      where total_amount - delivery_amount <> (select sum(total_amount) from orders.line where order_id = placed.id)
        + case when tax_included then 0 else tax_amount end
    union all select 'payment of order ' || number from orders.order as placed join orders.payment on order_id = placed.id where amount <> total_amount
    union all select 'allocation of ' || holder_id from orders.unbalanced
    union all select 'open cart of order ' || number from orders.order as placed join cart.cart on cart.id = placed.cart_id where cart.state <> 'ordered'
  `.execute(db);
  return rows.map(({ fault }) => fault);
}
