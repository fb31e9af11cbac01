import { expect, test } from "vitest";
import { readJudgments, searchQuality } from "#shop/judgments.ts";

const judged = readJudgments(
  '{"queryId":"q1","query":"lamp"}\n{"queryId":"q2","query":"unsold"}\n',
  "queryId\texternalId\trating\nq1\ta\t3\nq1\tb\t2\nq1\tc\t0\nq2\td\t0\n",
);

test("the ideal order scores one, and a query with nothing to find is left out", async () => {
  expect(await searchQuality(judged, async () => ["a", "b", "c"])).toEqual({
    queries: 1,
    judgedOnly: 1,
    unjudgedAsWrong: 1,
    recall: 1,
  });
});

test("what nobody judged costs a place only where it counts as wrong", async () => {
  const quality = await searchQuality(judged, async () => ["unknown", "a", "c"]);

  const gain = 7 / Math.log2(2);
  const ideal = gain + 3 / Math.log2(3);
  expect(quality.judgedOnly).toBeCloseTo(gain / ideal);
  expect(quality.unjudgedAsWrong).toBeCloseTo(7 / Math.log2(3) / ideal);
  expect(quality.recall).toBe(0.5);
});
