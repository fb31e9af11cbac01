import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table catalog.picture (
      location text constraint picture_pk primary key check (location ~ '^[a-z0-9-]{1,80}$'),
      width integer not null check (width > 0),
      height integer not null check (height > 0),
      colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
      actor_id uuid not null,
      uploaded_at timestamptz not null
    );
    comment on table catalog.picture is 'Uploaded by staff: the files of each lie in the storage under its location. What no product shows is swept.';
    create index picture_uploaded on catalog.picture (uploaded_at);
    create index media_local on catalog.media (location) where kind = 'local';
  `.execute(db);
}
