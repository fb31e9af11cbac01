import { address, type Part, signIn, signUp } from "./scene.ts";
import { type Ask, openLane } from "./load.ts";
import { fromAnywhere, mutation } from "./shopping.ts";
import { mannWhitney, quantile } from "./statistics.ts";
import { mark } from "./table.ts";

/** The gap of the medians in ms. */
const GOALS = { p: 0.01, gap: 2 };
/** Below this p chance is no explanation. */
const CERTAIN = 0.0001;
const WRONG = "a wrong password";

interface Kind {
  name: string;
  known(turn: number): Ask;
  unknown(turn: number): Ask;
  /** Before each pair. */
  prepare?(): Promise<unknown>;
}

/** Pairs of calls for a known and an unknown address, one after another and in either order: does the time tell which? */
export const timing: Part = async ({ server, pool, accounts: [, , ...shoppers], quick }) => {
  const accounts = shoppers.slice(0, -1);
  const strangers = accounts.map(address);
  const of = (addresses: string[], turn: number) => addresses[turn % addresses.length] ?? "";
  const askReset = (email: string) => mutation("auth.askReset", { email }, fromAnywhere());
  /** So that nobody waits and every sixth guess at an account is noticed again. */
  const forget = () =>
    pool.query("update core.bucket set free_at = now(); delete from core.outbox where topic = 'auth.guesses-noticed'");
  const kinds: Kind[] = [
    {
      name: "sign-in",
      known: (turn) => signIn(of(accounts, turn), WRONG),
      unknown: (turn) => signIn(of(strangers, turn), WRONG),
      prepare: forget,
    },
    {
      name: "sign-in, many guesses: a letter will go out",
      known: (turn) => signIn(of(accounts.slice(0, 20), turn), WRONG),
      unknown: (turn) => signIn(of(strangers.slice(0, 20), turn), WRONG),
      prepare: forget,
    },
    { name: "registration", known: (turn) => signUp(of(accounts, turn)), unknown: () => signUp(address()) },
    { name: "reset", known: (turn) => askReset(of(accounts, turn)), unknown: () => askReset(address()) },
  ];
  const rows = [["pairs of a known and an unknown address", "known ms", "unknown ms", "gap ms", "p", "goal"]];
  let missed = false;
  for (const kind of kinds) {
    const { known, unknown } = await measure(server.port, kind, quick ? 160 : 400);
    const [one, other] = [quantile(known, 0.5), quantile(unknown, 0.5)];
    const [p, gap] = [mannWhitney(known, unknown), Math.abs(one - other)];
    // On a busy machine the medians drift apart by chance, which p knows.
    missed ||= p < CERTAIN || (p < GOALS.p && gap > GOALS.gap);
    rows.push([
      `${known.length} × ${kind.name}`,
      one.toFixed(2),
      other.toFixed(2),
      gap.toFixed(2),
      p.toFixed(3),
      `p > ${GOALS.p}, gap < ${GOALS.gap} ${mark(p > GOALS.p && gap < GOALS.gap)}`,
    ]);
  }
  return { rows, missed };
};

async function measure(port: number, { name, known, unknown, prepare }: Kind, count: number) {
  const lane = await openLane(port);
  const times = { known: [] as number[], unknown: [] as number[] };
  const time = async (ask: Ask, into: number[]) => {
    const began = performance.now();
    const { status, text } = await lane.ask(ask);
    if (status !== 401 && status !== 200) throw new Error(`${name}: ${status} ${text}`);
    into.push(performance.now() - began);
  };
  for (let turn = 0; turn < count; turn++) {
    await prepare?.();
    const both = [() => time(known(turn), times.known), () => time(unknown(turn), times.unknown)];
    for (const one of Math.random() < 0.5 ? both : both.toReversed()) await one();
  }
  lane.close();
  return times;
}
