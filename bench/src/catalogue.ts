import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { type Ask, openLane, run, type Workload } from "./load.ts";
import { type Operation, operationsOf, type Question } from "./catalogue-asks.ts";
import { type Figures, type Sized } from "./catalogue-table.ts";
import { bearerOf, enrol } from "./people.ts";
import { pin, type Server, unpin } from "./server.ts";
import { analyzeFilled } from "./shelf.ts";
import { openHouse, type House } from "./stage.ts";
import { quantile } from "./statistics.ts";

const SEED = 7;
const CACHE = path.resolve(import.meta.dirname, "../../.data/bench");

/** A catalogue of that many products, made when it is asked for the first time and kept for the next. */
export async function openCatalogue(products: number, build: boolean): Promise<House> {
  const folder = path.join(CACHE, `catalogue-${products}`);
  const made = path.join(folder, "made");
  if (!existsSync(made)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const house = await openHouse({ build, folder });
  if (existsSync(made)) return house;
  try {
    house.fill("seed", "--products", String(products), "--seed", String(SEED), "--without-pictures");
    await analyzeFilled(house.pool);
    mkdirSync(made);
    return house;
  } catch (error) {
    await house.close();
    throw error;
  }
}

interface Plan {
  sizes: number[];
  only: string;
  rounds: number;
  seconds: number;
  build: boolean;
}

/** Each operation at each size, the shop and the floor in turns. An operation that the shop does not have is passed over. */
export async function measureCatalogue({ sizes, build, ...plan }: Plan): Promise<Sized[]> {
  const found: Sized[] = [];
  for (const [index, products] of sizes.entries()) {
    console.error(`· ${products.toLocaleString("en")} products`);
    const house = await openCatalogue(products, build && index === 0);
    try {
      pin(process.pid, 1);
      found.push({ products, figures: await measureHouse(house, plan) });
    } finally {
      unpin(process.pid);
      await house.close();
    }
  }
  return found;
}

async function measureHouse(
  house: House,
  { only, rounds, seconds }: Omit<Plan, "sizes" | "build">,
): Promise<Figures[]> {
  const operations = (await operationsOf(house.pool)).filter(({ name }) => name.includes(only));
  const [first] = operations;
  if (!first) return [];
  await enrol(house.pool);
  house.fill("refresh");
  const floor = await house.startFloor("/alive");
  const shop = await house.startShop("/health/live");
  const figures: Figures[] = [];
  for (const operation of operations) {
    const headers = operation.as === undefined ? {} : await bearerOf(shop.port, operation.as);
    const questions = operation.questions.map((question) => ({ ...question, shop: sentBy(headers, question.shop) }));
    const missing = await lacks({ shop, floor }, questions);
    if (missing) console.error(`  ${operation.name}: ${missing}`);
    else figures.push(await measure({ shop, floor }, { ...operation, questions }, { rounds, seconds }));
  }
  return figures;
}

const sentBy = (headers: Record<string, string>, ask: Ask): Ask => ({
  ...ask,
  headers: { ...ask.headers, ...headers },
});

interface Servers {
  shop: Server;
  floor: Server;
}

/** Why an operation cannot be measured, or null. */
async function lacks({ shop, floor }: Servers, [question]: Question[]): Promise<string | null> {
  if (!question) return "no questions";
  for (const [name, server, ask] of [
    ["shop", shop, question.shop],
    ["floor", floor, question.floor],
  ] as const) {
    const lane = await openLane(server.port);
    const { status, text } = await lane.ask(ask);
    lane.close();
    if (status !== 200) return `the ${name} answers ${status} ${text.slice(0, 200)}`;
  }
  return null;
}

/** At once: two for the time an answer takes on two cores, sixteen for how many there are in a second. */
const [CALM, BUSY] = [2, 16];

async function measure(
  { shop, floor }: Servers,
  operation: Operation,
  plan: Pick<Plan, "rounds" | "seconds">,
): Promise<Figures> {
  console.error(`  ${operation.name}`);
  const workload = { shop: endless(operation.questions, "shop"), floor: endless(operation.questions, "floor") };
  const { seconds } = plan;
  // What was asked before is in memory, and the connections have their plans: as in a shop that has been open for a while.
  await run(floor.port, once(operation.questions, "floor"), { lanes: BUSY, seconds: Infinity });
  await run(shop.port, once(operation.questions, "shop"), { lanes: BUSY, seconds: Infinity });
  const [times, rates, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < plan.rounds; round++) {
    const bound = await run(floor.port, workload.floor, { lanes: BUSY, seconds });
    const busy = await run(shop.port, workload.shop, { lanes: BUSY, seconds });
    const calm = await run(shop.port, workload.shop, { lanes: CALM, seconds });
    times.push(...calm.times);
    rates.push(busy.perSecond);
    ratios.push(busy.perSecond / bound.perSecond);
  }
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share)) as [number, number, number];
  return { operation, p50, p95, p99, perSecond: quantile(rates, 0.5), ratio: quantile(ratios, 0.5) };
}

/** Every question, and then no more. */
function once(questions: Question[], side: keyof Question): Workload {
  let turn = 0;
  return { next: () => questions[turn++]?.[side] };
}

/** Every question in its turn. */
function endless(questions: Question[], side: keyof Question): Workload {
  let turn = 0;
  return { next: () => questions[turn++ % questions.length]?.[side] };
}
