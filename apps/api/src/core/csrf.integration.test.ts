import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onTheShelf } from "#testing-goods.ts";
import { TEST_PASSWORD, testShop } from "#testing.ts";
import { serveShop } from "#testing-http.ts";

const DOCUMENT = new URL("../../../../docs/csrf.md", import.meta.url);
const DIMENSIONS = {
  Method: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
  Realm: ["cookie", "bearer", "both", "none"],
  "Content type": [
    "application/json",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/octet-stream",
    "absent",
  ],
  "Sec-Fetch-Site": ["same-origin", "same-site", "cross-site", "none", "absent"],
  "Sec-Fetch-Mode": ["navigate", "no-cors", "absent"],
  Origin: ["own", "evil", "null", "absent"],
} as const;
type Dimension = keyof typeof DIMENSIONS;
/** A value of each dimension that matters; the others are absent. */
type Arrival = Partial<Record<Dimension, string>>;
interface Table {
  dimensions: Dimension[];
  rows: string[][];
}

const shop = testShop();
const http = serveShop(shop, { pages: async () => new Response("<!doctype html>") });
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
afterAll(() => agent.destroy());
const ORIGINS: Record<string, string> = { own: "http://localhost:3000", evil: "https://evil.example", null: "null" };
let email = "";
let variantId = "";
let tokens = { cookie: "", bearer: "" };

beforeAll(async () => {
  ({ email } = await shop.member("customer"));
  ({ variantId } = await onTheShelf(shop.services, { stock: 1_000 }));
  const signIn = async (realm: "browser" | "api") => {
    const device = { realm, uaLabel: "vitest", ipPrefix: "203.0.113.0/24" };
    return (await shop.services.auth.signIn({ email, password: TEST_PASSWORD }, device)).tokens.accessToken;
  };
  tokens = { cookie: await signIn("browser"), bearer: await signIn("api") };
});

/** The table under a heading of the document. */
function tableUnder(heading: string): Table {
  const [, text = ""] = readFileSync(DOCUMENT, "utf8").split(`## ${heading}`);
  const lines =
    text
      .split("\n## ")[0]
      ?.split("\n")
      .filter((line) => line.startsWith("|")) ?? [];
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const dimensions = head.slice(0, -1).filter((name): name is Dimension => Object.hasOwn(DIMENSIONS, name));
  expect([...dimensions, "Answer"]).toEqual(head);
  return { dimensions, rows };
}

function fits(cell: string, value = "absent"): boolean {
  if (cell === "any") return true;
  const listed = cell.replace(/^not /, "").split(", ").includes(value);
  return cell.startsWith("not ") ? !listed : listed;
}

/** What the first row that fits says. */
function expected({ dimensions, rows }: Table, arrival: Arrival): string {
  const row = rows.find((cells) => dimensions.every((name, at) => fits(cells[at] ?? "", arrival[name])));
  return row?.at(-1) ?? "no row";
}

const combinations = (names: readonly Dimension[]): Arrival[] =>
  names.reduce<Arrival[]>(
    (some, name) => some.flatMap((arrival) => DIMENSIONS[name].map((value) => ({ ...arrival, [name]: value }))),
    [{}],
  );

function headersOf(arrival: Arrival): Record<string, string> {
  const { Realm, Origin = "absent" } = arrival;
  const present = (name: Dimension) => (arrival[name] === "absent" ? undefined : arrival[name]);
  const headers = {
    "content-type": present("Content type"),
    "sec-fetch-site": present("Sec-Fetch-Site"),
    "sec-fetch-mode": present("Sec-Fetch-Mode"),
    origin: ORIGINS[Origin],
    cookie: Realm === "cookie" || Realm === "both" ? `at=${tokens.cookie}` : undefined,
    authorization: Realm === "bearer" || Realm === "both" ? `Bearer ${tokens.bearer}` : undefined,
    "idempotency-key": randomUUID(),
  };
  return Object.fromEntries(Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

async function send(path: string, arrival: Arrival, body = "{}") {
  const { Method: method = "GET" } = arrival;
  const posts = method === "POST";
  const headers = { ...headersOf(arrival), ...(posts && { "content-length": String(Buffer.byteLength(body)) }) };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request(http.url + path, { method, headers, agent }, resolve).on("error", reject);
    asked.end(posts ? body : undefined);
  });
  let text = "";
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}

/** Answers of the gate; nothing else of this test is answered by one of them. */
const REFUSALS = new Set([400, 403, 405, 415]);

/** Sends every combination and tells those that are answered otherwise than the table says, and how often it was served. */
async function compare(heading: string, paths: { reading: string; writing: string; body?: string }) {
  const table = tableUnder(heading);
  const names = [...table.dimensions, ...(table.dimensions.includes("Origin") ? [] : ["Origin" as const])];
  const waiting = combinations(names);
  const faults: string[] = [];
  const served = { reads: 0, writes: 0 };
  const total = waiting.length;
  const lane = async () => {
    for (let arrival = waiting.pop(); arrival; arrival = waiting.pop()) {
      const writes = arrival.Method === "POST";
      const answer = await send(writes ? paths.writing : paths.reading, arrival, paths.body);
      const outcome = REFUSALS.has(answer.status) ? String(answer.status) : "served";
      if (outcome === "served") served[writes ? "writes" : "reads"]++;
      const wanted = expected(table, arrival);
      if (outcome !== wanted) faults.push(`${JSON.stringify(arrival)}: ${answer.status} and not ${wanted}`);
      if (answer.headers["access-control-allow-origin"]) faults.push(`${JSON.stringify(arrival)}: shared`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  return { faults, served, total };
}

test("every combination of a call is answered as the table says, and what is refused has written nothing", async () => {
  const body = JSON.stringify({ variantId, quantity: 1, currency: "RUB" });

  const { faults, served, total } = await compare("Calls", {
    reading: "/trpc/users.me",
    writing: "/trpc/cart.addItem",
    body,
  });

  expect(faults).toEqual([]);
  expect(total).toBe(7 * 4 * 6 * 5 * 4);
  const { rows } = await shop.database.pool.query<{ sum: string }>("select sum(quantity)::text from cart.line");
  expect(Number(rows[0]?.sum)).toBe(served.writes);
  expect(served.writes).toBe(30);
}, 120_000);

test("what renews and ends sessions is behind the same gate", async () => {
  const { faults, total } = await compare("Calls", { reading: "/auth/auth.sessions", writing: "/auth/auth.refresh" });

  expect(faults).toEqual([]);
  expect(total).toBe(7 * 4 * 6 * 5 * 4);
}, 120_000);

test("pages are looked at from anywhere, and only looked at", async () => {
  const { faults, served } = await compare("Pages", { reading: "/", writing: "/" });

  expect(faults).toEqual([]);
  expect(served.reads).toBeGreaterThan(0);
  expect(served.writes).toBe(0);
}, 120_000);

test("a token of one realm opens nothing where the other realm's belongs", async () => {
  const own = { "Sec-Fetch-Site": "same-origin" };
  const ask = async (realm: "cookie" | "bearer") =>
    (await send("/trpc/users.profile", { ...own, Realm: realm })).status;
  expect([await ask("cookie"), await ask("bearer")]).toEqual([200, 200]);

  tokens = { cookie: tokens.bearer, bearer: tokens.cookie };

  expect([await ask("cookie"), await ask("bearer")]).toEqual([401, 401]);
});
