import { OutOfStock } from "@vitrina/domain/inventory";
import type { CheckoutMaterial, CheckoutRepository, NewOrder, Owner } from "@vitrina/domain/orders";
import { CodeRefused } from "@vitrina/domain/promotions";
// oxlint-disable-next-line no-restricted-imports -- the checkout is two functions of PostgreSQL, one round trip each
import { sql } from "kysely";
import { completeOrder, type OrdersDatabase } from "./order-rows.ts";

type Material = Omit<CheckoutMaterial, "heldUntil"> & { heldUntil: string | null };
type Outcome =
  | { number: string }
  | { refused: CodeRefused["details"] }
  | { shortages: OutOfStock["details"]["shortages"] };

export const createCheckoutRepository = (db: OrdersDatabase): CheckoutRepository => ({
  async lockMaterial(owner, { country, customerKey, instant }) {
    const { userId, secretHash } = keysOf(owner);
    const { rows } = await sql<{ material: Material | null }>`
      select orders.lock_checkout(${userId}, ${secretHash}, ${country}, ${customerKey}, ${instant}) as material
    `.execute(db);
    const material = rows[0]?.material;
    return material ? { ...material, heldUntil: material.heldUntil ? new Date(material.heldUntil) : null } : null;
  },

  async place({ lines, accessHash, ...placed }: NewOrder) {
    const { rows } = await sql<{ outcome: Outcome }>`
      select orders.place(${JSON.stringify(placed)}, ${JSON.stringify(lines)}, ${Buffer.from(accessHash)}) as outcome
    `.execute(db);
    const outcome = rows[0]?.outcome;
    if (!outcome) throw new Error("Placing an order came back without an outcome.");
    if ("refused" in outcome) throw new CodeRefused(outcome.refused);
    if ("shortages" in outcome) throw new OutOfStock({ shortages: outcome.shortages });
    return outcome.number;
  },

  async findPlaced(owner, quoteHash) {
    const { userId, secretHash } = keysOf(owner);
    const { rows } = await sql<{ id: string }>`
      select placed.id from cart.cart as cart join orders.order as placed on placed.cart_id = cart.id
      where placed.quote_hash = ${quoteHash} and (cart.user_id = ${userId}::uuid or cart.secret_hash = ${secretHash}::bytea)
    `.execute(db);
    const id = rows[0]?.id;
    if (!id) return null;
    const row = await db.selectFrom("orders.order").selectAll().where("id", "=", id).executeTakeFirst();
    return row ? completeOrder(db, row) : null;
  },
});

const keysOf = (owner: Owner) =>
  "userId" in owner
    ? { userId: owner.userId, secretHash: null }
    : { userId: null, secretHash: Buffer.from(owner.secretHash) };
