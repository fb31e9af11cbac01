import { run, type Workload } from "./load.ts";
import type { Server } from "./server.ts";
import type { Pair } from "./shopping.ts";
import { median } from "./table.ts";

export interface Measured {
  perSecond: number;
  /** Processor time of the server per request, ms. */
  cpu: number;
  p99: number;
}

export interface MeasuredPair {
  name: string;
  floor: Measured;
  shop: Measured;
  /** Median of the rounds' own ratios. */
  ratio: number;
}

interface Servers {
  floor: Server;
  shop: Server;
}

interface Plan {
  rounds: number;
  seconds: number;
  /** What autovacuum does within a minute: plans then rest on what the tables hold, on both sides. */
  settle: () => Promise<unknown>;
}

/** In turns, so that whatever else the machine does falls on both. */
export async function measurePairs(
  pairs: Pair[],
  { floor, shop }: Servers,
  { rounds, seconds, settle }: Plan,
): Promise<MeasuredPair[]> {
  const measured: MeasuredPair[] = [];
  const ports = { floor: floor.port, shop: shop.port };
  for (const pair of pairs) {
    console.error(`· ${pair.name}`);
    await pair.prepare?.(ports);
    await measure(floor, pair.floor, 1);
    await measure(shop, pair.shop, 1);
    await settle();
    const runs: { floor: Measured; shop: Measured }[] = [];
    for (let round = 0; round < rounds; round++) {
      await pair.prepare?.(ports);
      runs.push({ floor: await measure(floor, pair.floor, seconds), shop: await measure(shop, pair.shop, seconds) });
    }
    const ratios = runs.map((round) => round.shop.perSecond / round.floor.perSecond).toSorted((a, b) => a - b);
    measured.push({
      name: pair.name,
      floor: median(runs.map((round) => round.floor)),
      shop: median(runs.map((round) => round.shop)),
      ratio: ratios[Math.floor(ratios.length / 2)] ?? Number.NaN,
    });
  }
  return measured;
}

async function measure(server: Server, workload: Workload, seconds: number): Promise<Measured> {
  const before = server.cpu();
  const { perSecond, count, p99 } = await run(server.port, workload, { seconds });
  return { perSecond, p99, cpu: (server.cpu() - before) / count };
}
