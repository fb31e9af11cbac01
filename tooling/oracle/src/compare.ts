import type pg from "pg";
import type { Combination } from "./combination.ts";
import { readGoods } from "./goods.ts";
import { type Question, questionOf, type Truth } from "./truth.ts";

/** The parts of an answer of search.list that can be counted. */
export interface Answer {
  total: number;
  priceBounds: { min: number; max: number } | null;
  categories: { slug: string; count: number }[];
  facets: { code: string; values: { key: string; count: number; chosen: boolean }[] }[];
  correctedQuery: string | null;
}

export interface Verdict {
  combination: Combination;
  /** Numbers that were compared. */
  compared: number;
  /** Each a sentence; none when the shop is right. */
  faults: string[];
  /** True where the words find nothing together: the shop then looks for something else, which no count settles. */
  passedOver: boolean;
}

/** Counts every combination over every product of the base tables. */
export async function truthsOf(pool: pg.Pool, combinations: readonly Combination[], now: Date): Promise<Truth[]> {
  const stems = new Map<string, string>();
  const stemOf = (word: string) => stems.get(word) ?? word;
  await learn(
    pool,
    stems,
    combinations.flatMap(({ q }) => q?.split(" ") ?? []),
  );
  const questions: Question[] = combinations.map((combination) => questionOf(combination, stemOf));
  for await (const batch of readGoods(pool, now)) {
    await learn(
      pool,
      stems,
      batch.flatMap(({ words }) => [...words].filter((word) => !/\d/.test(word))),
    );
    for (const goods of batch) {
      const said = new Set([...goods.words].map(stemOf));
      for (const question of questions) question.count(goods, said);
    }
  }
  return questions.map(({ truth }) => truth);
}

/** The dictionaries of the database are asked for each new word; what no search looks for gets an empty stem. */
async function learn(pool: pg.Pool, stems: Map<string, string>, words: string[]): Promise<void> {
  const fresh = [...new Set(words)].filter((word) => !stems.has(word));
  if (fresh.length === 0) return;
  const { rows } = await pool.query<{ word: string; stem: string | null }>(
    "select word, (tsvector_to_array(to_tsvector('search.shop', word)))[1] as stem from unnest($1::text[]) as word",
    [fresh],
  );
  for (const { word, stem } of rows) stems.set(word, stem ?? "");
}

/** Compares an answer with what the base tables say. */
export function verdictOf(combination: Combination, truth: Truth, answer: Answer): Verdict {
  const verdict: Verdict = { combination, compared: 0, faults: [], passedOver: false };
  if (combination.q !== undefined && truth.matched === 0) return { ...verdict, passedOver: true };
  const same = (what: string, found: unknown, expected: unknown) => {
    verdict.compared++;
    if (JSON.stringify(found) !== JSON.stringify(expected))
      verdict.faults.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  };
  same("corrected", answer.correctedQuery, null);
  same("total", answer.total, truth.total);
  same(
    "prices",
    answer.priceBounds && [answer.priceBounds.min, answer.priceBounds.max],
    truth.bounds && [truth.bounds.min, truth.bounds.max],
  );
  for (const { slug, count } of answer.categories) same(`category ${slug}`, count, truth.categories.get(slug) ?? 0);
  for (const { code, values } of answer.facets)
    for (const { key, count } of values) same(`${code} ${key}`, count, truth.facets.get(`${code}\t${key}`) ?? 0);
  for (const { code, keys } of combination.filters ?? [])
    for (const key of keys) same(`${code} ${key} stays in view`, isChosen(answer, code, key), true);
  return verdict;
}

const isChosen = ({ facets }: Answer, code: string, key: string) =>
  facets.some((facet) => facet.code === code && facet.values.some((value) => value.key === key && value.chosen));
