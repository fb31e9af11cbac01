import { setTimeout as sleep } from "node:timers/promises";
import { admission, flood } from "./flood.ts";
import { type Ask, openLane } from "./load.ts";
import { principal } from "./principal.ts";
import type { Server } from "./server.ts";
import { fromAnywhere, mutation, onLanes } from "./shopping.ts";
import type { Stage } from "./stage.ts";
import { address, type Found, type Part, PASSWORD, signUp } from "./scene.ts";
import { mark, table } from "./table.ts";
import { timing } from "./timing.ts";

/** Of the event loop, ms. */
const LONGEST_WAIT = 50;

interface Plan {
  quick: boolean;
  only: string;
}
/** What signing in costs (R-19, T-12, T-22, 4.5 of the reliability plan), as Markdown. */
export async function authBench(server: Server, stage: Stage, { quick, only }: Plan) {
  const found = "loop".includes(only) ? [await loop(server.port)] : [];
  const scene = { ...stage, server, quick, accounts: await register(server.port, quick ? 41 : 101) };
  const parts: Record<string, Part> = { principal, admission, flood, timing };
  for (const [name, part] of Object.entries(parts).filter(([name]) => name.includes(only))) {
    console.error(`· ${name}`);
    found.push(await part(scene));
  }
  return { text: found.map(({ rows }) => table(rows)).join("\n\n"), missed: found.some(({ missed }) => missed) };
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
  const row = (name: string, longest: number) => [
    name,
    longest.toFixed(1),
    `< ${LONGEST_WAIT} ${mark(longest < LONGEST_WAIT)}`,
  ];
  return {
    missed: Math.max(first, long) > 2 * Math.max(LONGEST_WAIT, idle),
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
