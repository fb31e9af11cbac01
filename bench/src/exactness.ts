import { setTimeout as sleep } from "node:timers/promises";
import {
  type Answer,
  chanceOf,
  type Combination,
  combinationOf,
  sampleGoods,
  truthsOf,
  type Verdict,
  verdictOf,
} from "@vitrina/oracle";
import type pg from "pg";
import { openCatalogue } from "./catalogue.ts";
import { openLane } from "./load.ts";
import { dataOf, query } from "./shopping.ts";
import { startWriters } from "./writers.ts";

interface Plan {
  products: number;
  combinations: number;
  build: boolean;
}

/** Times that the writers are stopped and the lists compared; they have not begun before the first. */
const ROUNDS = 4;
const WRITING = 5_000;
/** Products that are asked about, and changed. */
const ASKED_ABOUT = 2_000;

/** Random lists of the open shop against a count of the base tables, also between bouts of writing. Returns whether all are exact. */
export async function exactness({ products, combinations, build }: Plan): Promise<{ text: string; exact: boolean }> {
  const house = await openCatalogue(products, build);
  const verdicts: Verdict[] = [];
  let changes = 0;
  try {
    const shop = await house.startShop("/health/live");
    const worker = house.startWorker();
    const goods = await sampleGoods(house.pool, ASKED_ABOUT, 1);
    const chance = chanceOf(1);
    for (let round = 0; round < ROUNDS; round++) {
      if (round > 0) {
        const writers = startWriters(house.pool, goods);
        await sleep(WRITING);
        changes += await writers.stop();
      }
      await settled(house.pool);
      const count = Math.ceil(combinations / ROUNDS);
      const drawn = Array.from({ length: count }, () => combinationOf(goods, chance));
      verdicts.push(...(await compare(house.pool, shop.port, drawn)));
      console.error(`  ${verdicts.length} of ${combinations} compared`);
    }
    await worker.stop();
  } finally {
    await house.close();
  }
  return told(verdicts, { products, changes });
}

/** Until no change waits for its listing. */
async function settled(pool: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ waits: boolean }>("select exists (select from search.dirty) as waits");
    if (!rows[0]?.waits) return;
    await sleep(100);
  }
}

async function compare(pool: pg.Pool, port: number, combinations: Combination[]): Promise<Verdict[]> {
  const truths = await truthsOf(pool, combinations, new Date());
  const verdicts: Verdict[] = [];
  const lane = await openLane(port);
  for (const [index, combination] of combinations.entries()) {
    const { status, text } = await lane.ask(query("search.list", combination));
    if (status !== 200) throw new Error(`${JSON.stringify(combination)}: ${status} ${text.slice(0, 300)}`);
    const truth = truths[index];
    if (truth) verdicts.push(verdictOf(combination, truth, dataOf<Answer>({ text })));
  }
  lane.close();
  return verdicts;
}

function told(verdicts: Verdict[], { products, changes }: { products: number; changes: number }) {
  const settled = verdicts.filter(({ passedOver }) => !passedOver);
  const wrong = settled.filter(({ faults }) => faults.length > 0);
  const numbers = settled.reduce((sum, { compared }) => sum + compared, 0);
  const lines = [
    `${products.toLocaleString("en")} products, ${settled.length} combinations, ${numbers.toLocaleString("en")} numbers compared, ${changes.toLocaleString("en")} changes between: ${wrong.length} combinations wrong`,
    ...wrong
      .slice(0, 5)
      .map(({ combination, faults }) => `${JSON.stringify(combination)}\n  ${faults.slice(0, 8).join("\n  ")}`),
  ];
  return { text: lines.join("\n"), exact: wrong.length === 0 };
}
