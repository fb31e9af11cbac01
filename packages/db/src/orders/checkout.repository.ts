import type { Offer } from "@vitrina/domain/catalog";
import { OutOfStock, type Shortage } from "@vitrina/domain/inventory";
import type { CheckoutMaterial, CheckoutRepository, DeliveryMethod, NewOrder, Owner } from "@vitrina/domain/orders";
import type { TaxRate } from "@vitrina/domain/pricing";
import { CodeRefused, type PromotionTerms } from "@vitrina/domain/promotions";
// oxlint-disable-next-line no-restricted-imports -- the checkout is two functions of PostgreSQL, one round trip each
import { sql } from "kysely";
import { completeOrder, type OrdersDatabase } from "./order-rows.ts";

interface Material {
  userId: string | null;
  heldUntil: string | null;
  standing: Standing;
  deliveryMethods: DeliveryMethod[];
}
/** What cart.standing tells of a cart. */
interface Standing extends Pick<CheckoutMaterial["cart"], "id" | "version" | "currency"> {
  lines: { quantity: number; unitAmount: number | null; available: number; offer: Offer }[];
  codes: { code: string; terms: Dated<PromotionTerms> | null }[];
  taxRates: TaxRate[];
}
type Dated<Terms> = Omit<Terms, "startsAt" | "endsAt"> & { startsAt: string | null; endsAt: string | null };
type Outcome = { number: string } | { refusal: CodeRefused["details"] } | { shortages: Shortage[] };

export const createCheckoutRepository = (db: OrdersDatabase): CheckoutRepository => ({
  async lockMaterial(owner, { country, customerKey, instant }) {
    const { userId, secretHash } = keysOf(owner);
    const { rows } = await sql<{ material: Material | null }>`
      select orders.lock_checkout(${userId}, ${secretHash}, ${country}, ${customerKey}, ${instant}) as material
    `.execute(db);
    const material = rows[0]?.material;
    return material ? materialOf(material) : null;
  },

  async place({ lines, accessHash, ...placed }: NewOrder) {
    const { rows } = await sql<{ outcome: Outcome }>`
      select orders.place(${JSON.stringify(placed)}, ${JSON.stringify(lines)}, ${Buffer.from(accessHash)}) as outcome
    `.execute(db);
    const outcome = rows[0]?.outcome;
    if (!outcome) throw new Error("Placing an order came back without an outcome.");
    if ("refusal" in outcome) throw new CodeRefused(outcome.refusal);
    if ("shortages" in outcome) throw new OutOfStock({ shortages: outcome.shortages });
    return outcome.number;
  },

  async findPlaced(owner, quoteHash) {
    const { userId, secretHash } = keysOf(owner);
    const quoted = db.selectFrom("orders.order").selectAll().where("quoteHash", "=", quoteHash);
    const own = userId
      ? quoted.where("userId", "=", userId)
      : quoted.where(sql<boolean>`cart_id = (select id from cart.cart where secret_hash = ${secretHash})`);
    const row = await own.executeTakeFirst();
    return row ? completeOrder(db, row) : null;
  },
});

const keysOf = (owner: Owner) =>
  "userId" in owner
    ? { userId: owner.userId, secretHash: null }
    : { userId: null, secretHash: Buffer.from(owner.secretHash) };

function materialOf({ userId, heldUntil, standing, deliveryMethods }: Material): CheckoutMaterial {
  const { id, version, currency, lines, codes, taxRates } = standing;
  return {
    cart: { id, version, currency, userId },
    heldUntil: dateOf(heldUntil),
    lines: lines.map(({ offer, quantity, unitAmount, available }) => ({ ...offer, quantity, unitAmount, available })),
    codes: codes.map(({ code, terms }) => ({
      code,
      terms: terms && { ...terms, startsAt: dateOf(terms.startsAt), endsAt: dateOf(terms.endsAt) },
    })),
    taxRates,
    deliveryMethods,
  };
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
