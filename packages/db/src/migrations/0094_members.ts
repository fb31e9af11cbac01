import { type Kysely, sql } from "kysely";

/** Piece by piece, as most have nothing in them: of few members in a fifth of the time that cutting the whole chunk as a text took. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function search.members(chunk integer, bits bit) returns setof integer language plpgsql immutable strict parallel safe rows 1000 as $$
    declare
      part bit varying;
      at integer;
      ordinal integer;
    begin
      for start in 0 .. 31000 by 1000 loop
        part := substring(bits from start + 1 for 1000);
        ordinal := chunk * 32000 + start - 1;
        for member in 1 .. bit_count(part) loop
          at := position(b'1' in part);
          ordinal := ordinal + at;
          return next ordinal;
          part := substring(part from at + 1);
        end loop;
      end loop;
    end $$;
  `.execute(db);
}
