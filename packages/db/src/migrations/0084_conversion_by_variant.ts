import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function pricing.conversion_of(of_variant uuid, of_currency text, at timestamptz)
    returns table (base text, unit_cost bigint, ending text, fresh boolean) language sql stable as $$
      select used.base, used.unit_cost, used.ending, exists (
        select from pricing.rate as newest
        where newest.currency = of_currency and not newest.cancelled and newest.valid_from <= at and at < newest.valid_to
          and at < newest.valid_from + newest.hold_days * interval '24 hours')
      from pricing.price left join pricing.rate as used on used.id = price.rate_id
      where price.variant_id = of_variant and price.currency = of_currency and price.valid_from <= at and at < price.valid_to
    $$;
    comment on function pricing.conversion_of is
      'How the own price of a variant was converted, and whether the rate of its currency still holds (PRC-06); without a base '
      'it was not. A left join, so that the index of all converted prices is never taken for that of one variant.';
  `.execute(db);
}
