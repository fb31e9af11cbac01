import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search.query_log (
      day date not null,
      query text not null,
      asked integer not null check (asked > 0),
      found integer not null check (found >= 0),
      constraint query_log_pk primary key (day, query)
    );
    comment on table search.query_log is
      'What was searched for, by day and by nobody in particular: folded words without addresses and long numbers.';
    comment on column search.query_log.asked is 'How often on that day.';
    comment on column search.query_log.found is 'How many products were found the last time.';

    create table search.popular_query (
      query text constraint popular_query_pk primary key,
      asked bigint not null
    );
    comment on table search.popular_query is
      'Queries of several days that some product answers in full; made anew from query_log every hour, for suggestions.';
  `.execute(db);
}
