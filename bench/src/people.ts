import type pg from "pg";
import { openLane } from "./load.ts";
import { dataOf, fromAnywhere, mutation } from "./shopping.ts";

/** Of the demo: a customer, here in a group with prices of its own, and somebody who may see the prices of any moment. */
export const MEMBER = "shopper@vitrina.example";
export const STAFF = "admin@vitrina.example";
const PASSWORD = "vitrina-demo-2026";

/** So many of the most prominent products have a price for the group. */
const PRICED = 5_000;

/** Puts the customer into a group with a price list, unless it is done. */
export async function enrol(pool: pg.Pool): Promise<void> {
  await pool.query(
    `with team as (
      insert into users.customer_group (id, code, name, version, created_at)
      values (gen_random_uuid(), 'bench-members', '{"ru": "Свои", "en": "Members"}', 1, now()) on conflict do nothing returning id
    ), membership as (
      insert into users.group_membership (group_id, user_id, starts_at)
      select team.id, person.id, now() from team cross join users.user as person where person.email = $1
    ), list as (
      insert into pricing.price_list (id, name, version, created_at)
      select gen_random_uuid(), '{"ru": "Для своих", "en": "Members"}', 1, now() from team returning id
    ), term as (
      insert into pricing.list_term (list_id, group_id, priority, valid_from)
      select list.id, team.id, 1000, now() from list cross join team
    )
    insert into pricing.list_entry (id, list_id, variant_id, currency, min_quantity, amount, valid_from)
    select gen_random_uuid(), list.id, price.variant_id, 'RUB', 1, price.amount * 9 / 10, now()
    from list cross join (select product_id from search.listing order by prominence desc, product_id limit ${PRICED}) as shown
    join catalog.variant using (product_id)
    join pricing.price on price.variant_id = variant.id and price.currency = 'RUB' and valid_from <= now() and now() < valid_to`,
    [MEMBER],
  );
}

/** Signs a demo account in; its token holds for minutes. */
export async function bearerOf(port: number, email: string): Promise<Record<string, string>> {
  const lane = await openLane(port);
  const answer = await lane.ask(mutation("auth.signIn", { email, password: PASSWORD }, fromAnywhere()));
  lane.close();
  return { authorization: `Bearer ${dataOf<{ tokens: { accessToken: string } }>(answer).tokens.accessToken}` };
}
