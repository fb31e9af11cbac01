import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index user_name_words on users.user using gin (to_tsvector('simple', name));
    create index user_email_beginning on users.user (email_canonical text_pattern_ops);
    create index user_newest on users.user (created_at desc, id desc);
    create index order_phone on orders.order ((address ->> 'phone')) where user_id is not null;
    create index review_by_author on reviews.review (user_id, created_at desc, id desc);
    create index redemption_by_customer on promotions.redemption (customer_key, redeemed_at desc);
  `.execute(db);
}
