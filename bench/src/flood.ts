import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { address, type Part, type Scene, signIn } from "./scene.ts";
import { type Ask, openLane } from "./load.ts";
import { fromAnywhere, mutation, onLanes, query } from "./shopping.ts";
import { quantile } from "./statistics.ts";
import { mark, whole } from "./table.ts";

/** Of the catalogue's p99 against the quiet one, and of the owner's sign-in, ms. */
const GOALS = { slowdown: 2, owner: 2000 };
const NETWORKS = 1000;
const WRONG = { count: 10_000, perSecond: 250 };
/** What shoppers look at meanwhile, a second. */
const PAGES = 20;
const LISTINGS = 60;

const times = (values: readonly number[]) => [quantile(values, 0.5).toFixed(1), quantile(values, 0.99).toFixed(1)];
const tally = (answers: ReadonlyMap<number, number>) =>
  [...answers].map(([status, count]) => `${whole(count)} × ${status}`).join(", ");

/** Right passwords: as many as there are threads, as many as may wait, and twice as many. */
export const admission: Part = async ({ server: { port }, accounts, quick }) => {
  const rows = [["sign-ins with the right password", "per second", "p50 ms", "p99 ms", "the others are told"]];
  let missed = false;
  for (const lanes of [2, 50, 100]) {
    const [served, refused] = [[] as number[], [] as number[]];
    const told = new Map<string, number>();
    const seconds = quick ? 3 : 8;
    const until = performance.now() + seconds * 1000;
    let turn = 0;
    await onLanes(port, lanes, async (lane) => {
      while (performance.now() < until) {
        const began = performance.now();
        const { status, head } = await lane.ask(signIn(accounts[turn++ % accounts.length] ?? ""));
        (status === 200 ? served : refused).push(performance.now() - began);
        if (status === 200) continue;
        const after = /\r\nretry-after: *(\d+)/i.exec(head)?.[1];
        const what = `${status}, come back in ${after} s`;
        told.set(what, (told.get(what) ?? 0) + 1);
        missed ||= after === undefined || (status !== 503 && status !== 429);
        // A client that does as it is told waits longer; one that does not must cost next to nothing.
        await sleep(100);
      }
    });
    const others = [...told].map(([what, count]) => `${whole(count)} × ${what}`).join("; ");
    const quickly = refused.length > 0 ? ` (p50 ${quantile(refused, 0.5).toFixed(0)} ms)` : "";
    rows.push([`${lanes} at once`, whole(served.length / seconds), ...times(served), `${others}${quickly}`]);
  }
  return { rows, missed };
};

/** Asks at an even pace until `ended`, whatever the answers take; ms from the moment each was due. */
async function browse(
  port: number,
  { next, perSecond }: { next: (turn: number) => Ask; perSecond: number },
  ended: () => boolean,
) {
  const waited: number[] = [];
  const began = performance.now();
  let sent = 0;
  await onLanes(port, 8, async (lane) => {
    while (!ended()) {
      const turn = sent++;
      const due = began + (1000 * turn) / perSecond;
      await sleep(Math.max(0, due - performance.now()));
      const ask = next(turn);
      const { status } = await lane.ask(ask);
      if (status !== 200) throw new Error(`${ask.path}: ${status}`);
      waited.push(performance.now() - due);
    }
  });
  return waited;
}

/** Both of what makes up a visit: the page of a product, rendered, and the data of a listing. */
async function visit({ server: { port }, goods: { slugs, categories } }: Scene, ended: () => boolean) {
  const page = (turn: number): Ask => ({ path: `/p/${slugs[(turn * 7) % slugs.length]}` });
  const listing = (turn: number) =>
    query("search.list", { category: categories[turn % categories.length], currency: "RUB" });
  const [pages, listings] = await Promise.all([
    browse(port, { next: page, perSecond: PAGES }, ended),
    browse(port, { next: listing, perSecond: LISTINGS }, ended),
  ]);
  return { pages, listings };
}

/** Sends at an even pace; how often which status came. */
async function send(port: number, next: (turn: number) => Ask, count: number) {
  const answers = new Map<number, number>();
  const began = performance.now();
  let sent = 0;
  await onLanes(port, 200, async (lane) => {
    while (sent < count) {
      const turn = sent++;
      await sleep(Math.max(0, began + (1000 * turn) / WRONG.perSecond - performance.now()));
      const { status } = await lane.ask(next(turn));
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
  });
  return { answers, perSecond: count / ((performance.now() - began) / 1000) };
}

/** Wrong passwords from 1,000 networks: every second one at the account of the victim, the others all over. */
function wrongSignIns(victim: string) {
  const networks = Array.from(
    { length: NETWORKS },
    (_, index) => `10.${index >> 8}.${index & 255}.${randomInt(1, 255)}`,
  );
  return (turn: number): Ask => {
    const body = { email: turn % 2 ? victim : address(), password: "a wrong password" };
    return mutation("auth.signIn", body, { "x-forwarded-for": networks[turn % NETWORKS] ?? "" });
  };
}

/** The victim's browser, which has signed in before: signs in every 3 seconds until `ended`; the times, ms. */
async function ownDevice(port: number, victim: string) {
  const origin = `http://localhost:${port}`;
  const network = fromAnywhere();
  const signInHere = async (cookie?: string) => {
    const own = { "sec-fetch-site": "same-origin", origin, ...network, ...(cookie && { cookie }) };
    const { headers: { "x-realm": _, ...headers } = {}, ...ask } = signIn(victim);
    const lane = await openLane(port);
    const answer = await lane.ask({ ...ask, path: "/auth/auth.signIn", headers: { ...headers, ...own } });
    lane.close();
    if (answer.status !== 200) throw new Error(`The owner was refused: ${answer.status} ${answer.text}`);
    return answer;
  };
  const mark = /\r\nset-cookie: (device=[^;]+)/i.exec((await signInHere()).head)?.[1];
  if (!mark) throw new Error("The browser got no mark.");
  return async (ended: () => boolean) => {
    const took: number[] = [];
    while (!ended()) {
      const began = performance.now();
      await signInHere(mark);
      took.push(performance.now() - began);
      await sleep(3000);
    }
    return took;
  };
}

/** The catalogue while nobody attacks, while the generator alone works as hard, and during the attack; the victim signs in. */
export const flood: Part = async (scene) => {
  const { server, accounts, quick } = scene;
  const [victim = ""] = accounts.slice(-1);
  const owner = await ownDevice(server.port, victim);
  const during = async <T>(
    work: () => Promise<T>,
    alsoUntil = (_: () => boolean): Promise<number[]> => Promise.resolve([]),
  ) => {
    let over = false;
    const ended = () => over;
    const [seen, took, worked] = await Promise.all([
      visit(scene, ended),
      alsoUntil(ended),
      work().finally(() => (over = true)),
    ]);
    return { ...seen, took, worked };
  };
  await during(() => sleep(3000));
  const quiet = await during(() => sleep(quick ? 5000 : 20_000));
  const wrong = wrongSignIns(victim);
  const count = quick ? 2000 : WRONG.count;
  const trifle = (turn: number): Ask => ({ path: "/health/live", headers: wrong(turn).headers ?? {} });
  const alone = await during(() => send(server.port, trifle, count / 2));
  const attack = await during(() => send(server.port, wrong, count), owner);

  const worst = Math.max(...attack.took);
  const slowdowns = [slowdown(quiet.pages, attack.pages), slowdown(quiet.listings, attack.listings)];
  const goal = (value: number) => `${value.toFixed(1)} ≤ ${GOALS.slowdown} ${mark(value <= GOALS.slowdown)}`;
  const { answers, perSecond } = attack.worked;
  return {
    missed: Math.max(...slowdowns) > 2 * GOALS.slowdown || worst > GOALS.owner,
    rows: [
      ["the catalogue", "product page p50 ms", "p99 ms", "listing data p50 ms", "p99 ms"],
      ["quiet", ...times(quiet.pages), ...times(quiet.listings)],
      [`${whole(alone.worked.perSecond)} trifles a second`, ...times(alone.pages), ...times(alone.listings)],
      [`${whole(perSecond)} wrong sign-ins a second`, ...times(attack.pages), ...times(attack.listings)],
      ["p99 against quiet", "", ...slowdowns.slice(0, 1).map(goal), "", ...slowdowns.slice(1).map(goal)],
      [`answers: ${tally(answers)}`, "", "", "", ""],
      [
        `the victim's own device signs in, ${attack.took.length} times`,
        times(attack.took)[0] ?? "",
        `at most ${worst.toFixed(0)} < ${GOALS.owner} ${mark(worst < GOALS.owner)}`,
        "",
        "",
      ],
    ],
  };
};

const slowdown = (quiet: readonly number[], now: readonly number[]) => quantile(now, 0.99) / quantile(quiet, 0.99);
