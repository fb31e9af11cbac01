import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createLog } from "#core/log.ts";
import { TEST_PASSWORD, testShop } from "#testing.ts";
import { serveShop } from "#testing-http.ts";

const shop = testShop();
const logged: string[] = [];
const log = createLog("trace", new Writable({ write: (chunk, _, done) => (logged.push(String(chunk)), done()) }));
let outage: Error | null = null;
const ready = async () => {
  if (outage) throw outage;
};
const http = serveShop(shop, { log, ready, pages: () => Promise.reject(new Error("nothing to draw with")) });

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(http.url + path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
      "sec-fetch-site": "same-origin",
      ...headers,
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const codeOf = async (response: Response) => {
  const { error } = (await response.json()) as { error?: { message: string; data: Record<string, unknown> } };
  return error?.message;
};

test("every answer carries the security headers and is kept private", async () => {
  for (const path of ["/", "/trpc/users.me", "/robots.txt", "/sitemap.xml", "/media/none.webp", "/nothing/here"]) {
    const { headers } = await fetch(http.url + path, { headers: { "sec-fetch-site": "same-origin" } });
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
    expect(headers.get("referrer-policy"), path).toBeTruthy();
    expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin");
    if (path !== "/sitemap.xml") expect(headers.get("cache-control"), path).toBe("private, no-store");
    expect(headers.has("access-control-allow-origin"), path).toBe(false);
  }
});

test("a page that a secret opens tells nobody where it is", async () => {
  for (const path of ["verify", "reset", "email/undo", "erasure", "invite", "order/1", "unsubscribe/t"])
    for (const page of [`/${path}`, `/en/${path}`])
      expect((await fetch(http.url + page)).headers.get("referrer-policy"), page).toBe("no-referrer");
});

test("the keys that verify sessions are published, their public part alone, and kept for less than a rotation takes", async () => {
  const response = await fetch(`${http.url}/.well-known/jwks.json`);
  const { keys } = (await response.json()) as { keys: Record<string, string>[] };

  const { active } = await shop.services.keyring();
  expect(response.headers.get("content-type")).toBe("application/jwk-set+json");
  expect(response.headers.get("cache-control")).toBe("public, max-age=300");
  expect(keys).toHaveLength(2);
  expect(keys[0]).toEqual({
    kty: "OKP",
    crv: "Ed25519",
    x: expect.any(String),
    kid: active.kid,
    alg: "EdDSA",
    use: "sig",
  });
});

test("another site cannot make a shopper's browser do things", async () => {
  expect((await post("/auth/auth.signOut", {}, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect(
    (await post("/auth/auth.signOut", {}, { "sec-fetch-site": "same-origin", "content-type": "text/plain" })).status,
  ).toBe(415);
  expect((await fetch(`${http.url}/trpc/users.me`, { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
});

test("a request for another host is misdirected", async () => {
  const { default: node } = await import("node:http");
  const status = await new Promise((resolve) =>
    node.get(`${http.url}/`, { headers: { host: "evil.example" } }, (response) =>
      resolve(response.resume().statusCode),
    ),
  );

  expect(status).toBe(421);
});

test("reading never changes anything: a mutation cannot be got", async () => {
  const response = await fetch(`${http.url}/trpc/cart.claimGuestCart?input={}`, {
    headers: { "sec-fetch-site": "same-origin" },
  });

  expect(response.status).toBe(404);
});

test("at most ten calls travel together and no mutation travels in company", async () => {
  const many = (count: number) => Array.from({ length: count }, () => "users.me").join(",");
  const get = (path: string) =>
    fetch(`${http.url}/trpc/${path}?batch=1&input={}`, { headers: { "sec-fetch-site": "same-origin" } });

  expect((await get(many(10))).status).toBe(200);
  expect((await get(many(11))).status).toBe(400);
  const pair = await post("/auth/auth.signIn,auth.signIn?batch=1", {
    0: { email: "a@vitrina.example", password: "x" },
    1: { email: "a@vitrina.example", password: "y" },
  });
  expect(await pair.text()).toContain("core.not-in-batch");
});

test("what no database can keep is refused in a batch as it is alone", async () => {
  const read = async (query: string) => {
    const url = `${http.url}/trpc/search.list?${query}`;
    return (await fetch(url, { headers: { "sec-fetch-site": "same-origin" } })).status;
  };
  const input = '{"q":"a\\u0000b","currency":"RUB"}';

  expect(await read(`input=${encodeURIComponent(input)}`)).toBe(400);
  expect(await read(`batch=1&input=${encodeURIComponent(`{"0":${input}}`)}`)).toBe(400);
});

test("company is company also behind an escaped comma", async () => {
  const { email } = await shop.member("customer");
  const body = { 0: { email, password: "x" }, 1: { email, password: TEST_PASSWORD } };

  const pair = await post("/auth/auth.signIn%2Cauth.signIn?batch=1", body);

  expect(await pair.text()).toContain("core.not-in-batch");
  expect(pair.headers.getSetCookie()).toEqual([]);
  expect((await post("/auth/auth.signIn%2Cusers.me?batch=1", body)).status).toBe(404);
  expect((await post("/trpc/%E0%A4%A?batch=1", {})).status).toBe(404);
});

test("a body that is too large, too deep or no JSON is refused without harm", async () => {
  expect((await post("/auth/auth.signIn", { email: "x".repeat(300_000), password: "x" })).status).toBe(413);
  expect((await post("/auth/auth.signIn", "[".repeat(30) + "]".repeat(30))).status).toBe(400);
  expect((await post("/auth/auth.signIn", "{nonsense")).status).toBe(400);
  expect(
    await codeOf(await post("/auth/auth.signIn", '{"email":"a@b.co","password":"x","__proto__":{"role":"admin"}}')),
  ).toBeTruthy();
  expect(({} as Record<string, unknown>)["role"]).toBeUndefined();
});

test("a body that keeps its length to itself is no larger for it", async () => {
  let sent = 0;
  const endless = () => {
    sent = 0;
    return new ReadableStream({
      pull(stream) {
        sent += 65_536;
        if (sent > 64 * 1024 * 1024) stream.close();
        else stream.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
  };
  const stream = (body: ReadableStream, path = "/auth/auth.signIn") =>
    fetch(http.url + path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
        "sec-fetch-site": "same-origin",
      },
      body,
      duplex: "half",
    } as RequestInit);

  for (const path of ["/auth/auth.signIn", "/auth/auth.signIn?batch=1"]) {
    const status = await stream(endless(), path).then(
      (response) => response.status,
      () => "cut off",
    );
    expect([400, 413, "cut off"]).toContain(status);
    expect(sent).toBeLessThan(8 * 1024 * 1024);
  }

  const small = new Blob(['{"email":"nobody@vitrina.example","password":"wrong"}']).stream();
  expect((await stream(small)).status).toBe(401);
});

test("unknown fields are refused, so that nobody gives themselves rights or prices", async () => {
  const account = { email: "mass@vitrina.example", password: "four unrelated words here", name: "N", locale: "en" };
  for (const extra of [{ role: "admin" }, { userId: randomUUID() }, { av: 9 }, { verified: true }, { total: 0 }])
    expect(await codeOf(await post("/auth/auth.signUp", { ...account, ...extra }))).toBe("core.invalid-input");
});

test("a refusal carries its code and a fault of ours carries nothing of its inside", async () => {
  const refused = await post("/auth/auth.signIn", { email: "nobody@vitrina.example", password: "wrong" });
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({
    error: { data: { refusal: { code: "auth.bad-credentials", details: {} } } },
  });

  const { catalog } = shop.services;
  const original = catalog.categories;
  catalog.categories = () => Promise.reject(new Error("select secret from /var/lib/vault"));
  const broken = await fetch(`${http.url}/trpc/catalog.categories`, { headers: { "sec-fetch-site": "same-origin" } });
  catalog.categories = original;
  const text = await broken.text();
  expect(broken.status).toBe(500);
  expect(text).toContain("core.unexpected");
  expect(text).not.toMatch(/select|vault|stack|\.ts/);
});

test("a browser gets its tokens as cookies that no script reads, a program in the body", async () => {
  const { email } = await shop.member("customer");
  const browser = await post("/auth/auth.signIn", { email, password: TEST_PASSWORD });
  const cookies = browser.headers.getSetCookie();
  expect(await browser.json()).toMatchObject({ result: { data: { tokens: null } } });
  expect(cookies.find((line) => line.startsWith("at="))).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/);
  expect(cookies.find((line) => line.startsWith("rt="))).toMatch(/Path=\/auth/);

  const program = await post("/auth/auth.signIn", { email, password: TEST_PASSWORD }, { "x-realm": "api" });
  expect(program.headers.getSetCookie()).toEqual([]);
  expect(await program.json()).toMatchObject({ result: { data: { tokens: { accessToken: expect.any(String) } } } });
});

test("passwords and tokens reach neither the log nor the database", async () => {
  const canary = `canary ${randomUUID()} of a password`;
  const { email } = await shop.member("customer");
  const program = { "x-realm": "api" };
  await post("/auth/auth.signUp", {
    email: `${randomUUID()}@vitrina.example`,
    password: canary,
    name: "N",
    locale: "en",
  });
  await post("/auth/auth.signIn", { email, password: canary });
  await post("/auth/auth.signIn", { email, password: canary, surprise: canary });
  const answer = await post("/auth/auth.signIn", { email, password: TEST_PASSWORD }, program);
  const { result } = (await answer.json()) as {
    result: { data: { tokens: { accessToken: string; refreshToken: string } } };
  };
  const { accessToken, refreshToken } = result.data.tokens;

  const dump = await dumpOf(shop.database.pool);
  for (const secret of [canary, accessToken, refreshToken]) {
    expect(logged.join("")).not.toContain(secret);
    expect(dump).not.toContain(secret);
  }
});

test("a shop that is not ready tells the reason to its log alone", async () => {
  outage = new Error("connect ECONNREFUSED 10.1.2.3:5432");
  const unready = await fetch(`${http.url}/health/ready`);
  outage = null;

  expect(unready.status).toBe(503);
  expect(await unready.text()).not.toContain("10.1.2.3");
  expect(logged.join("")).toContain("10.1.2.3");
  expect((await fetch(`${http.url}/health/ready`)).status).toBe(200);
});

test("a page that fails tells nobody the key of an order, not even the log", async () => {
  const token = "c2VjcmV0LWtleS1vZi1hbg";
  for (const path of [`/order/${token}`, `/en/order/${token}`]) {
    const page = await fetch(http.url + path);
    expect(page.status).toBe(500);
    expect(await page.text()).not.toContain("nothing to draw with");
  }

  expect(logged.join("")).toContain("nothing to draw with");
  expect(logged.join("")).not.toContain(token);
});

test("a file that is not there is not there, instead of a page that says so", async () => {
  for (const path of ["/media/p/none-640.avif", "/assets/gone-12345678.js", "/en/../media/none.png"]) {
    const answer = await fetch(http.url + path);
    expect(answer.status, path).toBe(404);
    expect(await answer.text(), path).toBe("not found");
  }
});

test("what cannot be read while the database is away may be asked for again", async () => {
  const { search } = shop.services;
  const { sitemap } = search;
  search.sitemap = () => Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
  shop.clock.advance(11 * 60_000);
  const away = await fetch(`${http.url}/sitemap.xml`);
  search.sitemap = sitemap;

  expect(away.status).toBe(503);
  expect(away.headers.get("retry-after")).toBe("2");
  expect(await away.text()).toBe("core.busy");
  expect((await fetch(`${http.url}/sitemap.xml`)).status).toBe(200);
});

test("the sitemap is drawn every ten minutes, however often it is asked for", async () => {
  const { search } = shop.services;
  const { sitemap } = search;
  let drawn = 0;
  search.sitemap = (limit) => (drawn++, sitemap(limit));
  shop.clock.advance(11 * 60_000);

  for (let time = 0; time < 3; time++) expect((await fetch(`${http.url}/sitemap.xml`)).status).toBe(200);
  search.sitemap = sitemap;

  expect(drawn).toBe(1);
});

async function dumpOf(pool: (typeof shop)["database"]["pool"]): Promise<string> {
  const { rows } = await pool.query<{ dump: string }>(
    `select coalesce(string_agg(query_to_xml(format('select * from %I.%I', table_schema, table_name), true, false, '')::text, ''), '') as dump
     from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('core', 'users', 'auth', 'cart', 'orders')`,
  );
  return rows[0]?.dump ?? "";
}
