// oxlint-disable-next-line no-restricted-imports -- JSON built by PostgreSQL needs instants as the wire has them
import { type RawBuilder, sql } from "kysely";

/** An instant as ISO text with milliseconds; null for an infinite one. */
export const instant = (column: RawBuilder<unknown>) =>
  sql`case when isfinite(${column}) then to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end`;
