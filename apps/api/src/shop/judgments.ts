/** A query and the products judged for it: 0 wrong, 1 poor, 2 good, 3 exactly right. */
export interface Judgments {
  query: string;
  ratings: ReadonlyMap<string, number>;
}

export interface SearchQuality {
  /** How many queries have anything to find; the others are left out. */
  queries: number;
  /** nDCG@10 over judged products only, and with what nobody judged counted as wrong. */
  judgedOnly: number;
  unjudgedAsWrong: number;
  /** Of the products judged good or better, the share among the first hundred. */
  recall: number;
}

const TOP = 10;
const DEEP = 100;
const GOOD = 2;

/** Means over the queries; `rank` gives products in the order of the result (Järvelin and Kekäläinen 2002, gain 2^rating - 1). */
export async function searchQuality(
  judged: readonly Judgments[],
  rank: (query: string) => Promise<string[]>,
): Promise<SearchQuality> {
  const scores: Omit<SearchQuality, "queries">[] = [];
  for (const { query, ratings } of judged) {
    const ideal = dcg([...ratings.values()].toSorted((left, right) => right - left));
    if (ideal === 0) continue;
    const found = await rank(query);
    scores.push({
      judgedOnly: dcg(found.flatMap((id) => ratings.get(id) ?? [])) / ideal,
      unjudgedAsWrong: dcg(found.slice(0, TOP).map((id) => ratings.get(id) ?? 0)) / ideal,
      recall: recall(found, ratings),
    });
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const good = scores.flatMap((score) => (Number.isNaN(score.recall) ? [] : score.recall));
  return {
    queries: scores.length,
    judgedOnly: mean(scores.map(({ judgedOnly }) => judgedOnly)),
    unjudgedAsWrong: mean(scores.map(({ unjudgedAsWrong }) => unjudgedAsWrong)),
    recall: mean(good),
  };
}

const dcg = (ratings: readonly number[]) =>
  ratings.slice(0, TOP).reduce((sum, rating, index) => sum + (2 ** rating - 1) / Math.log2(index + 2), 0);

/** NaN when nothing was judged good. */
function recall(found: readonly string[], ratings: ReadonlyMap<string, number>): number {
  const good = [...ratings].filter(([, rating]) => rating >= GOOD).map(([id]) => id);
  const seen = new Set(found.slice(0, DEEP));
  return good.filter((id) => seen.has(id)).length / good.length;
}

/** Reads `{"queryId","query"}` lines and tab-separated `queryId, id, rating` lines below a header. */
export function readJudgments(queries: string, judgments: string): Judgments[] {
  const lines = (text: string) => text.trim().split("\n");
  const ratings = Map.groupBy(
    lines(judgments)
      .slice(1)
      .map((line) => line.split("\t")),
    ([queryId]) => queryId,
  );
  return lines(queries).map((line) => {
    const { queryId, query } = JSON.parse(line) as { queryId: string; query: string };
    return { query, ratings: new Map((ratings.get(queryId) ?? []).map(([, id = "", rating]) => [id, Number(rating)])) };
  });
}
