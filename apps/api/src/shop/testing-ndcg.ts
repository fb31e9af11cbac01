/** A query and the products judged for it: 0 wrong, 1 poor, 2 good, 3 exactly right. */
export interface Judgments {
  query: string;
  ratings: ReadonlyMap<string, number>;
}

/**
 * Mean nDCG@10 (Järvelin and Kekäläinen 2002, gain 2^rating - 1) over the queries that have anything above 0: over judged
 * products only, and with what nobody judged counted as wrong.
 */
export async function meanNdcg(judged: readonly Judgments[], rank: (query: string) => Promise<string[]>) {
  const scores: { judgedOnly: number; unjudgedAsWrong: number }[] = [];
  for (const { query, ratings } of judged) {
    const ideal = dcg([...ratings.values()].toSorted((left, right) => right - left));
    if (ideal === 0) continue;
    const found = await rank(query);
    const known = found.flatMap((id) => ratings.get(id) ?? []);
    scores.push({
      judgedOnly: dcg(known) / ideal,
      unjudgedAsWrong: dcg(found.slice(0, 10).map((id) => ratings.get(id) ?? 0)) / ideal,
    });
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return {
    queries: scores.length,
    judgedOnly: mean(scores.map(({ judgedOnly }) => judgedOnly)),
    unjudgedAsWrong: mean(scores.map(({ unjudgedAsWrong }) => unjudgedAsWrong)),
  };
}

const dcg = (ratings: readonly number[]) =>
  ratings.slice(0, 10).reduce((sum, rating, index) => sum + (2 ** rating - 1) / Math.log2(index + 2), 0);
