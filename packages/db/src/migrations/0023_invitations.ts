import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table auth.invitation (
      id uuid constraint invitation_pk primary key,
      email text not null check (char_length(email) <= 254),
      email_canonical text not null constraint invitation_email_unique unique,
      role text not null check (role in ('staff', 'admin', 'custom')),
      role_id uuid references users.role on delete set null,
      invited_by uuid not null references users.user on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null check (expires_at > created_at)
    );
    create view users.role_name as select id as role_id, name from users.role;
    create index invitation_role on auth.invitation (role_id);
    create index invitation_invited_by on auth.invitation (invited_by);
  `.execute(db);
}
