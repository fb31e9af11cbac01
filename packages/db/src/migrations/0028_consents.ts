import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table users.consent (
      id bigint generated always as identity constraint consent_pk primary key,
      user_id uuid not null,
      purpose text not null check (purpose in ('newsletter', 'recommendations', 'review-requests')),
      channel text not null check (channel ~ '^[a-z-]{1,30}$'),
      granted boolean not null,
      text_version text not null check (char_length(text_version) between 1 and 50),
      source text not null check (source in ('sign-up', 'account', 'checkout', 'unsubscribe-link', 'staff')),
      at timestamptz not null,
      request_id uuid
    );
    comment on table users.consent is
      'What a person allowed and took back, append-only: the latest row of a purpose and channel holds. Without a reference '
      'and without anything personal but the id, for it is kept as proof when the person is erased (GDPR 7(1), 17(3)(e)).';
    create index consent_latest on users.consent (user_id, purpose, channel, id desc);

    create trigger consent_append_only before update or delete or truncate on users.consent
      for each statement execute function core.refuse_change();
    alter table users.consent enable always trigger consent_append_only;
    revoke update, delete, truncate on users.consent from public;
  `.execute(db);
}
