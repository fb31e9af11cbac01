import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Ask, openLane, run } from "./load.ts";
import type { Server } from "./server.ts";
import type { Goods } from "./shelf.ts";
import { dataOf, fromAnywhere, mutation, onLanes, query } from "./shopping.ts";
import { mannWhitney, quantile } from "./statistics.ts";
import { mark, table, whole } from "./table.ts";

const PASSWORD = "four unrelated words here";
/** Of shoppers who look at the catalogue meanwhile. */
const CATALOGUE_LANES = 4;
const GOALS = { p: 0.01, gap: 2, slowdown: 2, lag: 50 };

interface Plan {
  quick: boolean;
  only: string;
}
interface Found {
  rows: string[][];
  reached: boolean;
}
type Part = (server: Server, stage: { goods: Goods; accounts: string[]; quick: boolean }) => Promise<Found>;

const address = () => `${randomUUID()}@bench.example`;
const signUp = (email: string) =>
  mutation("auth.signUp", { email, password: PASSWORD, name: "Bench", locale: "en" }, fromAnywhere());
const signIn = (email: string, password = PASSWORD) => mutation("auth.signIn", { email, password }, fromAnywhere());

const askReset = (email: string) => mutation("auth.askReset", { email }, fromAnywhere());

/** What signing in costs (R-19, T-12, 4.5 of the reliability plan), as Markdown. */
export async function authBench(server: Server, goods: Goods, { quick, only }: Plan) {
  const found = "loop".includes(only) ? [await loop(server.port)] : [];
  const accounts = await register(server.port, quick ? 41 : 101);
  const parts: Record<string, Part> = { principal, admission, flood, timing };
  for (const [name, part] of Object.entries(parts).filter(([name]) => name.includes(only))) {
    console.error(`· ${name}`);
    found.push(await part(server, { goods, accounts, quick }));
  }
  return { text: found.map(({ rows }) => table(rows)).join("\n\n"), reached: found.every(({ reached }) => reached) };
}

/** The longest time to the answer of a call that costs nothing, ms, asked all the while that `work` runs. */
async function longestPing(port: number, work: () => Promise<unknown>): Promise<number> {
  const lane = await openLane(port);
  let longest = 0;
  let over = false;
  const pinging = (async () => {
    while (!over) {
      const began = performance.now();
      await lane.ask({ path: "/health/live" });
      longest = Math.max(longest, performance.now() - began);
    }
  })();
  await work().finally(() => (over = true));
  await pinging;
  lane.close();
  return longest;
}

/** Hostile texts as long as the schemas are asked about them (T-22). */
const LONG = ["a", "a@", "1", " ", "a.", "%", "\u0301", "0x"].map((text) => text.repeat(50_000 / text.length));
const FIELDS: Record<string, string[]> = {
  "auth.signIn": ["email", "password"],
  "auth.signUp": ["email", "password", "name"],
  "auth.askReset": ["email"],
  "auth.resetPassword": ["token", "password"],
  "auth.refresh": ["refreshToken"],
};

/** Whether anything of the auth room holds up the event loop. */
async function loop(port: number): Promise<Found> {
  console.error("· loop");
  const tell = async (ask: Ask) => {
    const lane = await openLane(port);
    await lane.ask(ask);
    lane.close();
  };
  const idle = await longestPing(port, () => sleep(2000));
  const first = await longestPing(port, () => tell(signUp(address())));
  const long = await longestPing(port, async () => {
    const valid = { email: address(), password: PASSWORD, name: "Bench", locale: "en" };
    for (const [procedure, fields] of Object.entries(FIELDS))
      for (const field of fields)
        for (const text of LONG) await tell(mutation(procedure, { ...valid, [field]: text }, fromAnywhere()));
  });
  const row = (name: string, longest: number) => {
    const reached = longest < GOALS.lag;
    return [name, longest.toFixed(1), `< ${GOALS.lag} ${mark(reached)}`];
  };
  return {
    reached: Math.max(first, long) < GOALS.lag,
    rows: [
      ["the event loop", "longest wait, ms", "goal"],
      row("nothing else", idle),
      row("the first sign-up", first),
      row("50 kB in every text of the auth room", long),
    ],
  };
}

async function register(port: number, count: number): Promise<string[]> {
  const accounts: string[] = [];
  await onLanes(port, 4, async (lane) => {
    while (accounts.length < count) {
      const email = address();
      const { status, text } = await lane.ask(signUp(email));
      if (status !== 200) throw new Error(`auth.signUp: ${status} ${text}`);
      accounts.push(email);
    }
  });
  return accounts;
}

/** What it costs to know who asks: processor time of the same call by a stranger and by a customer, in turns. */
const principal: Part = async ({ port, cpu }, { goods, accounts, quick }) => {
  const lane = await openLane(port);
  const { tokens } = dataOf<{ tokens: { accessToken: string } }>(await lane.ask(signIn(accounts[0] ?? "")));
  const signedIn = { authorization: `Bearer ${tokens.accessToken}` };
  const begun = await lane.ask(
    mutation("cart.addItem", { variantId: goods.variantIds[0], quantity: 1, currency: "RUB" }, {}),
  );
  await lane.ask(mutation("cart.addItem", { variantId: goods.variantIds[0], quantity: 1, currency: "RUB" }, signedIn));
  lane.close();
  const guest = { "x-cart-secret": dataOf<{ secret: string }>(begun).secret };
  let turn = 0;
  const slug = () => goods.slugs[turn++ % goods.slugs.length];
  const read = (headers: Record<string, string>): Ask => {
    const asked = query("search.product", { slug: slug(), currency: "RUB" });
    return { ...asked, headers: { ...asked.headers, ...headers } };
  };
  const write = (headers: Record<string, string>) => mutation("cart.changeCurrency", { currency: "RUB" }, headers);
  const kinds = [
    { name: "read: product by slug", stranger: () => read({}), customer: () => read(signedIn) },
    { name: "mutation: currency of the cart", stranger: () => write(guest), customer: () => write(signedIn) },
  ];
  const rows = [["processor time per call, ms", "stranger", "customer", "share of the check"]];
  for (const { name, ...asks } of kinds) {
    const costs = { stranger: [] as number[], customer: [] as number[] };
    for (let round = 0; round < (quick ? 3 : 7); round++)
      for (const who of ["stranger", "customer"] as const) {
        const before = cpu();
        const { count } = await run(
          port,
          { next: asks[who] },
          { seconds: quick ? 1 : 3, lanes: name.startsWith("m") ? 1 : 16 },
        );
        if (round > 0) costs[who].push((cpu() - before) / count);
      }
    const [stranger, customer] = [quantile(costs.stranger, 0.5), quantile(costs.customer, 0.5)];
    rows.push([name, stranger.toFixed(2), customer.toFixed(2), `${(100 * (1 - stranger / customer)).toFixed(0)} %`]);
  }
  return { rows, reached: true };
};

/** Right passwords, as many as the wait list admits. */
const admission: Part = async ({ port }, { accounts, quick }) => {
  let turn = 0;
  const workload = { next: () => signIn(accounts[turn++ % accounts.length] ?? "") };
  const { perSecond, p99 } = await run(port, workload, { lanes: 50, seconds: quick ? 3 : 10 });
  return {
    rows: [
      ["sign-ins at the admission limit", "per second", "p99 ms"],
      ["50 at once", whole(perSecond), whole(p99)],
    ],
    reached: true,
  };
};

/** Looks into the catalogue at an even pace until `ended`; the times to the answers, ms. */
async function browse(port: number, { categories }: Goods, ended: () => boolean): Promise<number[]> {
  const times: number[] = [];
  await onLanes(port, CATALOGUE_LANES, async (lane, index) => {
    for (let turn = index; !ended(); turn++) {
      const began = performance.now();
      const { status } = await lane.ask(
        query("search.list", { category: categories[turn % categories.length], currency: "RUB" }),
      );
      if (status !== 200) throw new Error(`search.list: ${status}`);
      times.push(performance.now() - began);
      await sleep(10);
    }
  });
  return times;
}

/** Wrong passwords at so many a second, one half at one account and the other at as many as there are. */
async function guess(port: number, accounts: string[], { count, perSecond }: { count: number; perSecond: number }) {
  const statuses = new Map<number, number>();
  const began = performance.now();
  let sent = 0;
  await onLanes(port, 200, async (lane) => {
    while (sent < count) {
      const number = sent++;
      await sleep(Math.max(0, began + (1000 * number) / perSecond - performance.now()));
      const email = number % 2 ? (accounts[0] ?? "") : address();
      const { status } = await lane.ask(signIn(email, "a wrong password"));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  });
  return { statuses, perSecond: count / ((performance.now() - began) / 1000) };
}

const flood: Part = async ({ port }, { goods, accounts, quick }) => {
  const browsed = (seconds: number) => {
    const until = performance.now() + seconds * 1000;
    return browse(port, goods, () => performance.now() > until);
  };
  await browsed(3);
  const quiet = await browsed(quick ? 5 : 20);
  let over = false;
  const [during, guesses] = await Promise.all([
    browse(port, goods, () => over),
    guess(port, accounts, { count: quick ? 2000 : 10_000, perSecond: 250 }).finally(() => (over = true)),
  ]);
  const calm = quantile(quiet, 0.99);
  const stormy = quantile(during, 0.99);
  const answers = [...guesses.statuses].map(([status, count]) => `${whole(count)} × ${status}`).join(", ");
  const reached = stormy <= GOALS.slowdown * calm;
  return {
    reached,
    rows: [
      ["catalogue", "median ms", "p99 ms", "goal"],
      ["quiet", quantile(quiet, 0.5).toFixed(1), calm.toFixed(1), ""],
      [
        `${whole(guesses.perSecond)} wrong sign-ins a second (${answers})`,
        quantile(during, 0.5).toFixed(1),
        stormy.toFixed(1),
        `≤ ${(GOALS.slowdown * calm).toFixed(1)} ${mark(reached)}`,
      ],
    ],
  };
};

/** Pairs of calls for a known and an unknown address, one after another and in either order: does the time tell which? */
const timing: Part = async ({ port }, { accounts: [, ...accounts], quick }) => {
  const strangers = accounts.map(address);
  const wrong = "a wrong password";
  const kinds = [
    {
      name: "sign-in",
      known: (turn: number) => signIn(accounts[turn % accounts.length] ?? "", wrong),
      unknown: (turn: number) => signIn(strangers[turn % strangers.length] ?? "", wrong),
    },
    {
      name: "registration",
      known: (turn: number) => signUp(accounts[turn % accounts.length] ?? ""),
      unknown: () => signUp(address()),
    },
    {
      name: "reset",
      known: (turn: number) => askReset(accounts[turn % accounts.length] ?? ""),
      unknown: () => askReset(address()),
    },
  ];
  const rows = [["pairs, known and unknown", "known ms", "unknown ms", "gap ms", "p", "goal"]];
  let all = true;
  const lane = await openLane(port);
  for (const { name, known, unknown } of kinds) {
    const times = { known: [] as number[], unknown: [] as number[] };
    const measure = async (ask: Ask, into: number[]) => {
      const began = performance.now();
      const { status, text } = await lane.ask(ask);
      if (status !== 401 && status !== 200) throw new Error(`${name}: ${status} ${text}`);
      into.push(performance.now() - began);
    };
    const count = quick ? 4 * accounts.length : 400;
    for (let turn = 0; turn < count; turn++) {
      const both = [() => measure(known(turn), times.known), () => measure(unknown(turn), times.unknown)];
      for (const one of Math.random() < 0.5 ? both : both.toReversed()) await one();
    }
    const [one, other] = [quantile(times.known, 0.5), quantile(times.unknown, 0.5)];
    const p = mannWhitney(times.known, times.unknown);
    const reached = p > GOALS.p && Math.abs(one - other) < GOALS.gap;
    all &&= reached;
    rows.push([
      `${count} × ${name}`,
      one.toFixed(2),
      other.toFixed(2),
      (one - other).toFixed(2),
      p.toFixed(3),
      `p > ${GOALS.p}, gap < ${GOALS.gap} ${mark(reached)}`,
    ]);
  }
  lane.close();
  return { rows, reached: all };
};
