// oxlint-disable-next-line no-restricted-imports -- text search has no builder
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { UsersTables } from "./users.tables.ts";

const WITH_SPECIAL_MEANING = /[\\%_]/g;

/** Words that begin as the typed ones do, in any order; null when no word was typed. */
const beginnings = (text: string): string | null =>
  text
    .match(/[\p{L}\p{N}]+/gu)
    ?.map((word) => `'${word}':*`)
    .join(" & ") ?? null;

/** Whose name has words that begin so, or whose e-mail address begins so. */
export function isNamedLike(eb: ExpressionBuilder<UsersTables, "users.user">, text: string): Expression<SqlBool> {
  const words = beginnings(text);
  return eb.or([
    eb("emailCanonical", "like", `${text.toLowerCase().replace(WITH_SPECIAL_MEANING, "\\$&")}%`),
    ...(words === null ? [] : [sql<boolean>`to_tsvector('simple', name) @@ to_tsquery('simple', ${words})`]),
  ]);
}
