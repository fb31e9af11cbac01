import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Ask, type Lane, openLane } from "./load.ts";
import { dataOf, fromAnywhere, mutation, query } from "./shopping.ts";
import { mark, table, whole } from "./table.ts";

const PASSWORD = "four unrelated words here";
const CLIENTS = 8;
/** Share of answers that never arrive. */
const LOST = 0.01;
const GOAL = 1;

interface Plan {
  ports: readonly number[];
  refreshes: number;
  /** Rotates the signing keys; called twice while people refresh. */
  rotate: () => Promise<void>;
}
interface Tokens {
  accessToken: string;
  refreshToken: string;
}
interface Tally {
  refreshes: number;
  lost: number;
  signedOut: number;
  reads: number;
  refused: number;
}

const tokensIn = (answer: { text: string; status: number }) => dataOf<{ tokens: Tokens }>(answer).tokens;

async function signIn(lane: Lane): Promise<Tokens> {
  const email = `${randomUUID()}@bench.example`;
  await lane.ask(mutation("auth.signUp", { email, password: PASSWORD, name: "Bench", locale: "en" }, fromAnywhere()));
  return tokensIn(await lane.ask(mutation("auth.signIn", { email, password: PASSWORD }, fromAnywhere())));
}

/** Asks, and is gone before the answer comes. */
async function askInVain(port: number, ask: Ask): Promise<void> {
  const lane = await openLane(port);
  lane.ask(ask).catch(() => {});
  await sleep(Math.random() * 10);
  lane.close();
}

/** A connection that is opened anew when it was closed, and the question asked again, as browsers do. */
function lasting(port: number): Lane {
  let lane = openLane(port);
  return {
    async ask(request) {
      try {
        return await (await lane).ask(request);
      } catch {
        lane = openLane(port);
        return (await lane).ask(request);
      }
    },
    close: () => void lane.then((open) => open.close()),
  };
}

/** One who refreshes as fast as they are answered, now at this process and now at that, and reads in between. */
async function client({ ports, refreshes }: Plan, tally: Tally): Promise<void> {
  const lanes = ports.map(lasting);
  const at = (turn: number) => lanes[turn % lanes.length] as Lane;
  let tokens = await signIn(at(0));
  for (let turn = 0; tally.refreshes < refreshes; turn++) {
    const ask = mutation("auth.refresh", { refreshToken: tokens.refreshToken }, fromAnywhere());
    if (Math.random() < LOST) {
      tally.lost++;
      await askInVain(ports[turn % ports.length] as number, ask);
    }
    const answer = await at(turn).ask(ask);
    tally.refreshes++;
    if (answer.status === 401) tally.signedOut++;
    else if (answer.status !== 200) tally.refused++;
    tokens = answer.status === 200 ? tokensIn(answer) : await signIn(at(turn));
    const { path, headers } = query("users.profile", {});
    const bearer = { ...headers, authorization: `Bearer ${tokens.accessToken}` };
    const read = await at(turn + 1).ask({ path: path.replace(/\?.*/, ""), headers: bearer });
    tally.reads++;
    if (read.status !== 200) tally.refused++;
  }
  for (const lane of lanes) lane.close();
}

/** Whether sessions outlive lost answers (T-14) and rotated keys (4.1 of the reliability plan), as Markdown. */
export async function tokensBench(plan: Plan): Promise<{ text: string; reached: boolean }> {
  const tally: Tally = { refreshes: 0, lost: 0, signedOut: 0, reads: 0, refused: 0 };
  const rotations = (async () => {
    for (const share of [1 / 3, 2 / 3]) {
      while (tally.refreshes < share * plan.refreshes) await sleep(100);
      await plan.rotate();
    }
  })();
  const began = performance.now();
  await Promise.all([...Array.from({ length: CLIENTS }, () => client(plan, tally)), rotations]);
  const perTenThousand = (10_000 * tally.signedOut) / tally.refreshes;
  const reached = perTenThousand < GOAL && tally.refused === 0;
  const rows = [
    [`sessions at ${plan.ports.length} processes`, "count", "goal"],
    ["refreshes", whole(tally.refreshes), ""],
    ["refreshes a second", whole((1000 * tally.refreshes) / (performance.now() - began)), ""],
    ["answers lost", whole(tally.lost), `${100 * LOST} %`],
    ["wrongly signed out, of 10,000", perTenThousand.toFixed(2), `< ${GOAL} ${mark(perTenThousand < GOAL)}`],
    ["reads", whole(tally.reads), ""],
    ["refused although signed in, keys rotated twice", whole(tally.refused), `0 ${mark(tally.refused === 0)}`],
  ];
  return { text: table(rows), reached };
}
