import { failsAs, sentWithNext } from "@vitrina/db/core";
import { readCodes, type WrittenCode } from "@vitrina/db/promotions";
import type { Offer } from "@vitrina/domain/catalog";
import { type Promised, type Shortage, shortageRefusal } from "@vitrina/domain/inventory";
import type {
  CheckoutLine,
  CheckoutMaterial,
  CheckoutRepository,
  DeliveryMethod,
  NewOrder,
  Owner,
} from "@vitrina/domain/orders";
import type { TaxRate } from "@vitrina/domain/pricing";
import { CodeRefused } from "@vitrina/domain/promotions";
// oxlint-disable-next-line no-restricted-imports -- the checkout is two functions of PostgreSQL, one round trip each
import { sql } from "kysely";
import { completeOrder, type OrdersDatabase } from "./order-rows.ts";

interface Material {
  number: string | null;
  userId: string | null;
  heldUntil: string | null;
  parcels: number;
  /** By variant id. */
  promised: Record<string, Promised>;
  standing: Standing;
  deliveryMethods: DeliveryMethod[];
}
/** What cart.standing tells of a cart. */
interface Standing extends Pick<CheckoutMaterial["cart"], "id" | "version" | "currency"> {
  lines: (Pick<CheckoutLine, "quantity" | "unitAmount" | "conversion" | "available"> & { offer: Offer })[];
  codes: WrittenCode[];
  taxRates: TaxRate[];
}
type Refused = { refusal: CodeRefused["details"] } | { shortages: Shortage[] };

/** How orders.place refuses. */
const REFUSED = "VT001";

export const createCheckoutRepository = (db: OrdersDatabase): CheckoutRepository => ({
  async lockMaterial(owner, { country, customerKey, instant, numbered }) {
    const { userId, secretHash } = keysOf(owner);
    const { rows } = await sql<{ material: Material | null }>`
      select orders.lock_checkout(${userId}, ${secretHash}, ${country}, ${customerKey}, ${instant}, ${numbered}) as material
    `.execute(db);
    const material = rows[0]?.material;
    return material ? materialOf(material) : null;
  },

  async place({ lines, accessHash, ...placed }: NewOrder) {
    const values = sql.join([JSON.stringify(placed), JSON.stringify(lines), Buffer.from(accessHash)]);
    failsAs(refusalOf);
    await sql`select orders.place(${values}) ${sentWithNext}`.execute(db);
    if (placed.rates.length > 0)
      await db
        .updateTable("orders.order")
        .set({ rates: JSON.stringify(placed.rates) })
        .where("id", "=", placed.id)
        .execute();
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

function refusalOf({ code, detail = "{}" }: { code?: string; detail?: string }) {
  if (code !== REFUSED) return null;
  const refused = JSON.parse(detail) as Refused;
  return "refusal" in refused ? new CodeRefused(refused.refusal) : shortageRefusal(refused.shortages);
}

const keysOf = (owner: Owner) =>
  "userId" in owner
    ? { userId: owner.userId, secretHash: null }
    : { userId: null, secretHash: Buffer.from(owner.secretHash) };

function materialOf({ standing, ...material }: Material): CheckoutMaterial {
  const { id, version, currency, lines, codes, taxRates } = standing;
  return {
    number: material.number,
    cart: { id, version, currency, userId: material.userId },
    heldUntil: material.heldUntil === null ? null : new Date(material.heldUntil),
    parcels: material.parcels,
    lines: lines.map(({ offer, quantity, unitAmount, conversion, available }) => ({
      ...offer,
      quantity,
      unitAmount,
      conversion,
      available,
      promised: material.promised[offer.variantId] ?? null,
    })),
    codes: readCodes(codes),
    taxRates,
    deliveryMethods: material.deliveryMethods,
  };
}
