// oxlint-disable-next-line no-restricted-imports -- set-based inserts and comparisons of stems, which the builder cannot say
import { sql, type Kysely } from "kysely";
import { foldedPhrase, type Clash, type Synonym, type TuningRepository } from "@vitrina/domain/search";
import type { SearchTables } from "./search.tables.ts";
import { termsOf } from "./synonyms.ts";

/** Of an advisory lock: whoever writes rules of the search holds it. */
const RULES_LOCK = 0x72756c65;
/** A query is worth a look when it was asked on so many days, or so often. */
const SEVERAL_DAYS = 2;
const OFTEN = 5;
const SYNONYM = ["id", "kind", "language", "phrases", "version"] as const;
const RULE = ["id", "query", "pinned", "buried", "version"] as const;

export const createTuningRepository = (db: Kysely<SearchTables>): TuningRepository => {
  const insertTerms = (synonym: Synonym) =>
    sql`insert into search.synonym_term (synonym_id, role, phrase, language)
      select ${synonym.id}::uuid, role, phrase, language from (${termsOf(synonym)}) as term`.execute(db);

  return {
    synonyms: (limit) =>
      db.selectFrom("search.synonym").select(SYNONYM).orderBy("phrases").orderBy("id").limit(limit).execute(),
    queryRules: (limit) => db.selectFrom("search.queryRule").select(RULE).orderBy("query").limit(limit).execute(),
    async products(ids) {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom("search.listing")
        .select(["productId", "slug", "card"])
        .where("productId", "in", [...ids])
        .execute();
      return rows.map(({ card, ...product }) => ({ ...product, name: card.name }));
    },
    findQueryRule: async (id) =>
      (await db.selectFrom("search.queryRule").select(RULE).where("id", "=", id).executeTakeFirst()) ?? null,
    findSynonym: async (id) =>
      (await db.selectFrom("search.synonym").select(SYNONYM).where("id", "=", id).executeTakeFirst()) ?? null,
    async zeroResults(since, limit) {
      const { rows } = await sql<{ query: string; asked: number; days: number }>`
        select query, sum(asked)::int as asked, count(*)::int as days
        from search.query_log where day >= ${since}::date group by query
        having (array_agg(found order by day desc))[1] = 0 and (count(*) >= ${SEVERAL_DAYS} or sum(asked) >= ${OFTEN})
        order by sum(asked) desc, query limit ${limit}`.execute(db);
      return rows;
    },

    async hold() {
      await sql`select pg_advisory_xact_lock(${RULES_LOCK})`.execute(db);
    },
    async clashOfSynonym(draft, exceptId) {
      const { rows } = await sql<Clash>`
        with term as materialized (
          select role, phrase, language, search.phrase_key(phrase) as key from (${termsOf(draft)}) as term
        )
        (select min(phrase) as phrase, null as rule_id from term group by key, language having count(*) > 1 limit 1)
        union all
        (select term.phrase, other.synonym_id from term join search.synonym_term as other using (key, role, language)
          where role <> 'target' and other.synonym_id is distinct from ${exceptId}::uuid limit 1)
        limit 1`.execute(db);
      return rows[0] ?? null;
    },
    async clashOfQuery(query, exceptId) {
      const { rows } = await sql<Clash>`
        select query as phrase, id as rule_id from search.query_rule
        where key = search.phrase_key(${foldedPhrase(query)}) and id is distinct from ${exceptId}::uuid`.execute(db);
      return rows[0] ?? null;
    },
    async addSynonym(synonym) {
      await db.insertInto("search.synonym").values(synonym).execute();
      await insertTerms(synonym);
    },
    async saveSynonym({ id, ...synonym }) {
      await db.updateTable("search.synonym").set(synonym).where("id", "=", id).execute();
      await db.deleteFrom("search.synonymTerm").where("synonymId", "=", id).execute();
      await insertTerms({ id, ...synonym });
    },
    async removeSynonym(id) {
      await db.deleteFrom("search.synonym").where("id", "=", id).execute();
    },
    async addQueryRule(rule) {
      await db
        .insertInto("search.queryRule")
        .values({ ...rule, words: foldedPhrase(rule.query) })
        .execute();
    },
    async saveQueryRule({ id, ...rule }) {
      await db
        .updateTable("search.queryRule")
        .set({ ...rule, words: foldedPhrase(rule.query) })
        .where("id", "=", id)
        .execute();
    },
    async removeQueryRule(id) {
      await db.deleteFrom("search.queryRule").where("id", "=", id).execute();
    },
  };
};
