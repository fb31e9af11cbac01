import type { SearchRepository } from "./search.repository.ts";
import type { Suggestions, SuggestQuery } from "./suggestion.ts";
import { similarTo } from "./similar.ts";
import { closestBeginning, closestWord, swapLayout, wordsOf } from "./words.ts";

/** A single letter begins too much to say anything. */
const LEAST = 2;
const NOTHING: Suggestions = { queries: [], categories: [], brands: [], products: [] };

type Search = Pick<SearchRepository, "suggest" | "similarWords">;

/** What was typed, the last word as a beginning; else in the other keyboard layout; else with its typos corrected. */
export async function suggestFor(search: Search, { q, ...asker }: SuggestQuery): Promise<Suggestions> {
  const typed = wordsOf(q);
  const swapped = wordsOf(swapLayout(q));
  const code = q.toLowerCase().replaceAll("\0", "");
  const attempt = async (words: string[] | null) => {
    if (!words || words.join("").length < LEAST) return NOTHING;
    return search.suggest({ words, code, ...asker });
  };

  for (const words of [typed, swapped]) {
    const found = await attempt(words);
    if (!isEmpty(found)) return found;
  }
  for (const words of [typed, swapped]) {
    const found = await attempt(await correctBeginning(search, words));
    if (!isEmpty(found)) return found;
  }
  return NOTHING;
}

const isEmpty = ({ queries, categories, brands, products }: Suggestions) =>
  queries.length + categories.length + brands.length + products.length === 0;

/** The words with each unknown one replaced by the known word it probably was, and the last by a beginning of one. */
async function correctBeginning(search: Search, words: string[]): Promise<string[] | null> {
  const similar = await similarTo(search, words);
  const corrected = words.map((word, index) => {
    const candidates = similar.get(word) ?? [];
    const whole = closestWord(word, candidates);
    return whole ?? (index === words.length - 1 ? closestBeginning(word, candidates) : null) ?? word;
  });
  return corrected.join(" ") === words.join(" ") ? null : corrected;
}
