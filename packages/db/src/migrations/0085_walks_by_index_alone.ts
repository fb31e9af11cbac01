import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop index search.placement_prominence;
    create index placement_prominence on search.placement (category_id, prominence desc, product_id) include (ordinal);
    drop index search.placement_ordinal;
    create index placement_ordinal on search.placement (ordinal) include (product_id, prominence)
      where category_id = '00000000-0000-0000-0000-000000000000';

    create function search.extremes(chosen bit, slices bit[], out low bigint, out high bigint) language plpgsql immutable parallel safe as $$
    declare
      slice bit varying;
      lowest bit varying := chosen;
      highest bit varying := chosen;
      part bit varying;
    begin
      if bit_count(chosen) = 0 then
        return;
      end if;
      low := 0;
      high := 0;
      foreach slice in array slices loop
        part := lowest & ~slice;
        low := 2 * low;
        if bit_count(part) > 0 then
          lowest := part;
        else
          low := low + 1;
        end if;
        part := highest & slice;
        high := 2 * high;
        if bit_count(part) > 0 then
          highest := part;
          high := high + 1;
        end if;
      end loop;
    end $$;
    comment on function search.extremes is
      'The lowest and the highest number of the chosen ones in a chunk, from the bit slices of all, highest first; nulls when none is chosen.';
  `.execute(db);
}
