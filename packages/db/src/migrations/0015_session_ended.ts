import { type Kysely, sql } from "kysely";

/** Whoever ends a session, by whatever statement, tells every process that listens when the transaction commits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function auth.tell_ended() returns trigger language plpgsql as $$
    begin
      perform pg_notify('auth_session_ended', new.id::text);
      return null;
    end $$;

    create trigger session_ended after update of revoked_at on auth.session for each row
    when (old.revoked_at is null and new.revoked_at is not null) execute function auth.tell_ended();
  `.execute(db);
}
