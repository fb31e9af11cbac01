import type { CartOwner, CartRepository, Moment, StandingCart } from "@vitrina/domain/cart";
import { sentWithNext } from "@vitrina/db/core";
import type { PricingViews } from "@vitrina/db/pricing";
// oxlint-disable-next-line no-restricted-imports -- a change and its answer are one statement whose steps the builder cannot put in order
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { CartTables } from "./cart.tables.ts";
import { readStanding, type WrittenCart, type WrittenPromises } from "./standing.ts";

type Tables = CartTables & PricingViews;

export const createCartRepository = (db: Kysely<Tables>): CartRepository => {
  const change = async (owner: CartOwner, moment: Moment, work: Work) =>
    (await changeOpen(db, { owner, moment, ...work }))?.cart ?? null;

  return {
    find: (owner, now) => standingOf(db, { owner, now, lock: sql`` }),
    lock: (owner, now) => standingOf(db, { owner, now, lock: sql`for no key update` }),

    async begin(owner, { id, currency, now, expiresAt }) {
      const { userId, secretHash } = "userId" in owner ? { ...owner, secretHash: null } : { ...owner, userId: null };
      await sql`
        with gone as (delete from cart.cart where ${isOf(owner)} and state = 'open' and expires_at <= ${now} returning 1)
        insert into cart.cart (id, user_id, secret_hash, currency, version, created_at, updated_at, expires_at)
        select ${id}::uuid, ${userId}::uuid, ${secretHash && Buffer.from(secretHash)}::bytea, ${currency}::text, 0,
          ${now}::timestamptz, ${now}::timestamptz, ${expiresAt}::timestamptz
        from (select count(*) from gone) as cleared
        on conflict do nothing ${sentWithNext}`.execute(db);
    },

    addToLine: async (owner, { variantId, quantity, limit, ...moment }) => {
      const answer = await changeOpen(db, {
        owner,
        moment,
        step: sql`
          insert into cart.line (cart_id, variant_id, quantity, added_at, seen_amount)
          select id, ${variantId}::uuid, ${quantity}::integer, ${moment.now}::timestamptz, ${priceOf(variantId, sql`${quantity}::integer`, moment)}
          from changed
          on conflict on constraint line_pk do update
            set quantity = line.quantity + excluded.quantity,
              seen_amount = (select ${priceOf(variantId, sql`line.quantity + excluded.quantity`, moment)} from changed)
            where line.quantity + excluded.quantity <= ${limit}
        `,
      });
      return answer && { cart: answer.cart, added: answer.touched > 0 };
    },

    setLine: (owner, { variantId, quantity, version, ...moment }) =>
      change(owner, moment, {
        only: sql`and version = ${version}`,
        step:
          quantity === 0
            ? sql`delete from cart.line using changed where cart_id = changed.id and variant_id = ${variantId}`
            : sql`
                insert into cart.line (cart_id, variant_id, quantity, added_at, seen_amount)
                select id, ${variantId}::uuid, ${quantity}::integer, ${moment.now}::timestamptz, ${priceOf(variantId, sql`${quantity}::integer`, moment)}
                from changed
                on conflict on constraint line_pk do update
                  set quantity = excluded.quantity, seen_amount = excluded.seen_amount
              `,
      }),

    addCode: (owner, { code, ...moment }) =>
      change(owner, moment, {
        step: sql`
          insert into cart.code (cart_id, code, added_at) select id, ${code}::text, ${moment.now}::timestamptz from changed
          on conflict do nothing
        `,
      }),
    async removeCode(owner, { code, ...moment }) {
      const step = sql`delete from cart.code using changed where cart_id = changed.id and code = ${code}`;
      const answer = await changeOpen(db, { owner, moment, step });
      return answer && { cart: answer.cart, removed: answer.touched > 0 };
    },

    async changeCurrency(owner, { currency, ...moment }) {
      // Locked first: a line added at this moment must not keep an amount seen in the former currency.
      await sql`select from cart.cart where ${isOf(owner)} and state = 'open' for no key update`.execute(db);
      return change(owner, moment, {
        set: sql`, currency = ${currency}`,
        step: sql`update cart.line set seen_amount = null from changed where cart_id = changed.id`,
      });
    },

    async merge(owner, { lines, codes, ...moment }) {
      await change(owner, moment, {
        step: sql`
          insert into cart.code (cart_id, code, added_at)
          select id, code, ${moment.now}::timestamptz from changed, unnest(${codes}::text[]) as code
          on conflict do nothing
        `,
      });
      return change(owner, moment, {
        step: sql`
          insert into cart.line (cart_id, variant_id, quantity, added_at)
          select changed.id, line.*, ${moment.now}::timestamptz
          from changed, jsonb_to_recordset(${JSON.stringify(lines)}) as line ("variantId" uuid, quantity integer)
          on conflict on constraint line_pk do update set quantity = excluded.quantity
        `,
      });
    },

    async forget(cartId) {
      await db.deleteFrom("cart.cart").where("id", "=", cartId).execute();
    },

    async forgetExpired(now, limit) {
      const { numDeletedRows } = await db
        .deleteFrom("cart.cart")
        .where("id", "in", (eb) =>
          eb
            .selectFrom("cart.cart")
            .select("id")
            .where("state", "=", "open")
            .where("expiresAt", "<=", now)
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
};

interface Work {
  /** A writing statement on the row of `changed`: id and currency of the cart. */
  step: RawBuilder<unknown>;
  /** What else must hold of the cart. */
  only?: RawBuilder<unknown>;
  /** What else changes of it. */
  set?: RawBuilder<unknown>;
}

/** Locks and changes the open cart, does the step, then reads the cart: the read is forced to come last. */
async function changeOpen(
  db: Kysely<Tables>,
  { owner, moment: { now, expiresAt }, step, only = sql``, set = sql`` }: Work & { owner: CartOwner; moment: Moment },
): Promise<{ cart: StandingCart; touched: number } | null> {
  const { rows } = await sql<{ standing: WrittenCart; promises: WrittenPromises; touched: number }>`
    with changed as (
      update cart.cart set version = version + 1, updated_at = ${now}, expires_at = ${expiresAt} ${set}
      where ${isOf(owner)} and state = 'open' and expires_at > ${now} ${only}
      returning id, currency, user_id
    ), done as (${step} returning 1)
    select cart.standing(changed.id, ${now}, ${customerOf(owner)}) as standing, cart.promises(changed.id) as promises, touched
    from changed, (select count(*) as touched from done) as steps
    where touched >= 0
  `.execute(db);
  return rows[0] ? { cart: readStanding(rows[0].standing, rows[0].promises), touched: rows[0].touched } : null;
}

async function standingOf(
  db: Kysely<Tables>,
  { owner, now, lock }: { owner: CartOwner; now: Date; lock: RawBuilder<unknown> },
): Promise<StandingCart | null> {
  const { rows } = await sql<{ standing: WrittenCart; promises: WrittenPromises }>`
    with open as materialized (
      select id from cart.cart where ${isOf(owner)} and state = 'open' and expires_at > ${now} ${lock}
    )
    select cart.standing(id, ${now}, ${customerOf(owner)}) as standing, cart.promises(id) as promises from open
  `.execute(db);
  return rows[0] ? readStanding(rows[0].standing, rows[0].promises) : null;
}

const isOf = (owner: CartOwner) =>
  "userId" in owner ? sql`user_id = ${owner.userId}` : sql`secret_hash = ${Buffer.from(owner.secretHash)}`;

/** The key by which limits per customer are counted while the cart is filled; a guest has none yet. */
const customerOf = (owner: CartOwner) => ("userId" in owner ? owner.userId : null);

/** What the cart's owner pays for a piece of so many now. */
const priceOf = (variantId: string, quantity: RawBuilder<unknown>, { now }: Moment) => sql`(
  select amount from pricing.price_of(${variantId}::uuid, ${quantity}, changed.currency, pricing.home_country(changed.currency),
    changed.user_id, ${now}::timestamptz)
)`;
