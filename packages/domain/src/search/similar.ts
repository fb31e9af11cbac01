import type { SearchRepository } from "./search.repository.ts";
import { mayBeMistyped } from "./words.ts";

/** Of each word that may be mistyped and that the shop does not know: the known words like it. Codes are not asked for. */
export async function similarTo(
  search: Pick<SearchRepository, "similarWords">,
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = words.filter(mayBeMistyped);
  const unknown = asked.length > 0 ? await search.similarWords(asked) : [];
  return new Map(unknown.map(({ word, similar }) => [word, similar]));
}
