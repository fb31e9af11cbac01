import type { BucketRepository, Limit } from "@vitrina/domain/core";
import { fill } from "@vitrina/domain/core";
// oxlint-disable-next-line no-restricted-imports -- look, fill and answer are one statement, which the builder cannot say
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { CoreTables } from "./core.tables.ts";

export function createBucketRepository(db: Kysely<CoreTables>): BucketRepository {
  /** A full bucket is only read: a flood of refusals writes nothing and waits for nobody. */
  async function take(key: string, limit: Limit, now: Date): ReturnType<BucketRepository["take"]> {
    const first = fill(null, limit, now);
    const { rows } = await sql<{ hits: number } | { hits: null; fullUntil: Date }>`
      with full_one as materialized (
        select free_at from core.bucket where key = ${key} and free_at > ${now}
      ), taken as (
        insert into core.bucket as old (key, hits, free_at, drained_at)
        select ${key}, 1, ${first?.freeAt}::timestamptz, ${first?.drainedAt}::timestamptz
        where not exists (select from full_one)
        on conflict (key) do update set (hits, free_at, drained_at) = (${refilled(limit, now)})
        where old.free_at <= ${now}
        returning hits
      )
      select hits, null::timestamptz as full_until from taken union all select null, free_at from full_one`.execute(db);
    const [row] = rows;
    // Filled to the brim by another one after this statement began: the next one sees it.
    if (!row) return take(key, limit, now);
    return row.hits === null ? { fullUntil: row.fullUntil } : { hits: row.hits };
  }

  return {
    take,

    async giveBack(key, now) {
      await sql`update core.bucket set hits = greatest(0, hits - 1), free_at = ${now} where key = ${key}`.execute(db);
    },

    async clear(key) {
      await db.deleteFrom("core.bucket").where("key", "=", key).execute();
    },

    async sweep(now, limit) {
      const { numDeletedRows } = await db
        .deleteFrom("core.bucket")
        .where("key", "in", (eb) =>
          eb.selectFrom("core.bucket").select("key").where("drainedAt", "<", now).limit(limit).forUpdate().skipLocked(),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

/** `fill` of the domain, told to PostgreSQL: hits, free_at and drained_at of the bucket `old` with one more in it. */
function refilled({ burst, per, delay }: Limit, now: Date): RawBuilder<unknown> {
  const hits = sql`case when old.drained_at <= ${now} then 1 else old.hits + 1 end`;
  const milliseconds = (count: number) => sql`${count}::float8 * interval '1 millisecond'`;
  if (!delay)
    return sql`
      select ${hits}, drained + ${milliseconds(per / burst - per)}, drained
      from (select greatest(old.drained_at, ${now}::timestamptz) + ${milliseconds(per / burst)}) as level (drained)`;
  const wait = sql`
    case when hits < ${burst}::int then 0
         else least(${delay.first}::float8 * 2 ^ least(hits - ${burst}::int, 60), ${delay.longest}::float8) end`;
  return sql`
    select hits, free, free + ${milliseconds(per)}
    from (select ${hits}) as counted (hits),
         lateral (select ${now}::timestamptz + (${wait}) * interval '1 millisecond') as waiting (free)`;
}
