import { readFile } from "node:fs/promises";
import * as z from "zod";
import { type Arguments, Misuse, type Operator, type OperatorCommand } from "#shop/command.ts";
import { readJudgments, type SearchQuality, searchQuality } from "#shop/judgments.ts";

const DEPTH_IN_PAGES = 10;

export const searchEvalCommand: OperatorCommand = {
  summary: "measure how well the search ranks, by judged queries",
  help: `pnpm shop search-eval <queries.jsonl> <judgments.tsv> [--source <source>]

Asks the shop each query and compares what it finds with the judgments: nDCG@10 over judged products only and with what
nobody judged as wrong, and the share of good products among the first hundred.
  <queries.jsonl>    a line a query: {"queryId", "query"}
  <judgments.tsv>    queryId, external id of a product, rating 0 (wrong) to 3 (exactly right); the first line names the columns
  --source <source>  the catalogue whose external ids these are, "catalogue" unless told
  --each             prints every query`,
  options: { source: { type: "string" }, each: { type: "boolean" } },
  check: async (args) => void filesOf(args),
  async run(operator, args) {
    const { queries, judgments, source } = filesOf(args);
    const judged = readJudgments(await readFile(queries, "utf8"), await readFile(judgments, "utf8"));
    const rank = await ranker(operator, source);
    if (args.values["each"])
      for (const one of judged) console.log(`${told(await searchQuality([one], rank))}  ${one.query}`);
    console.log(told(await searchQuality(judged, rank)));
  },
};

const Files = z.object({ queries: z.string(), judgments: z.string(), source: z.string().default("catalogue") });

function filesOf({ positionals: [queries, judgments], values }: Arguments) {
  const files = Files.safeParse({ queries, judgments, source: values["source"] });
  if (!files.success) throw new Misuse("It takes a file of queries and a file of judgments.");
  return files.data;
}

const told = ({ queries, judgedOnly, unjudgedAsWrong, recall }: SearchQuality) =>
  `${queries} queries  nDCG@10 ${judgedOnly.toFixed(3)} judged only, ${unjudgedAsWrong.toFixed(3)} unjudged = 0  recall@100 ${recall.toFixed(3)}`;

/** External ids of the source in the order of a search's result; products of other sources keep their place under their own id. */
export async function ranker({ services, db }: Pick<Operator, "services" | "db">, source: string) {
  const products = await db
    .selectFrom("catalog.product")
    .select(["id", "externalId"])
    .where("source", "=", source)
    .execute();
  const ids = new Map(products.map(({ id, externalId }) => [id, externalId]));
  return async (query: string): Promise<string[]> => {
    const found: string[] = [];
    for (let page = 1, pages = 1; page <= Math.min(pages, DEPTH_IN_PAGES); page++) {
      const result = await services.search.list({ q: query, currency: "USD", page });
      found.push(...result.rows.map(({ productId }) => ids.get(productId) ?? productId));
      pages = result.pages;
    }
    return found;
  };
}
