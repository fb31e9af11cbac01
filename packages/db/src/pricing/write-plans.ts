import type { Currency } from "@vitrina/domain/core";
import { type PlanEdit, type PlannedPrice, PeriodOverlap } from "@vitrina/domain/pricing";
// oxlint-disable-next-line no-restricted-imports -- edits of many plans are one statement each, which the builder cannot say
import { type Kysely, sql } from "kysely";
import type { PricingTables } from "./pricing.tables.ts";

const EXCLUSION_VIOLATION = "23P01";

interface Plan {
  variantId: string;
  currency: Currency;
}
interface Periods extends Plan {
  moved: readonly Pick<PlannedPrice, "from" | "until">[];
  added: readonly Pick<PlannedPrice, "from" | "until">[];
}

/** Converted prices end, or go, where a price that staff set begins; the worker brings back what holds after it. */
export async function makeRoom(db: Kysely<PricingTables>, edits: readonly Periods[]): Promise<void> {
  const wanted = edits.flatMap(({ variantId, currency, moved, added }) =>
    [...moved, ...added].map(({ from, until }) => ({ variantId, currency, from, until })),
  );
  await sql`
    with met as (
      select id, variant_id, valid_from, min(asked_from) as cut
      from jsonb_to_recordset(${JSON.stringify(wanted)}) as asked
        ("variantId" uuid, currency text, "from" timestamptz, until timestamptz)
      cross join lateral (
        select price.*, coalesce(asked."from", '-infinity') as asked_from from pricing.price
        where price.variant_id = asked."variantId" and price.currency = asked.currency
          and price.valid_to > coalesce(asked."from", '-infinity') and price.valid_from < coalesce(asked.until, 'infinity')
        -- Looked up by variant, never in the index of all converted prices.
        offset 0
      ) as price
      where rate_id is not null
      group by id, variant_id, valid_from
    ), due as (
      insert into pricing.due (variant_id) select distinct variant_id from met
    ), gone as (
      delete from pricing.price using met where price.id = met.id and met.valid_from >= met.cut
    )
    update pricing.price set valid_to = met.cut from met where price.id = met.id and met.valid_from < met.cut
  `.execute(db);
}

/** Carries out edits of several plans, one statement each kind; `rateId` marks what is converted. @throws PeriodOverlap */
export async function writePlans(
  db: Kysely<PricingTables>,
  edits: readonly (Plan &
    Omit<PlanEdit, "added"> & { added: readonly (Omit<PlannedPrice, "id"> & { rateId?: string })[] })[],
): Promise<void> {
  const removed = edits.flatMap((edit) => edit.removed);
  if (removed.length > 0) await sql`delete from pricing.price where id = any(${removed}::uuid[])`.execute(db);
  const moved = JSON.stringify(edits.flatMap((edit) => edit.moved));
  await sql`
    update pricing.price set valid_from = coalesce(moved.from, '-infinity'), valid_to = coalesce(moved.until, 'infinity')
    from jsonb_to_recordset(${moved}) as moved (id uuid, "from" timestamptz, until timestamptz) where price.id = moved.id
  `.execute(db);
  const added = JSON.stringify(
    edits.flatMap(({ variantId, currency, added }) => added.map((price) => ({ variantId, currency, ...price }))),
  );
  await sql`
    insert into pricing.price (id, variant_id, currency, amount, compare_at, valid_from, valid_to, rate_id)
    select gen_random_uuid(), "variantId", currency, amount, "compareAt", coalesce("from", '-infinity'), coalesce(until, 'infinity'), "rateId"
    from jsonb_to_recordset(${added}) as added
      ("variantId" uuid, currency text, amount bigint, "compareAt" bigint, "from" timestamptz, until timestamptz, "rateId" uuid)
  `
    .execute(db)
    .catch((error: { code?: string }) => {
      const variantId = edits[0]?.variantId ?? "";
      throw error.code === EXCLUSION_VIOLATION ? new PeriodOverlap({ variantId, clash: null }) : error;
    });
}
