import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { onTheShelf } from "#testing-goods.ts";
import { allProcedures, TEST_PASSWORD, testEnv, testShop } from "#testing.ts";
import { serveShop } from "#testing-http.ts";
import { postOffice } from "#testing-letters.ts";

const shop = testShop();
const { lettersTo } = postOffice(shop);
const http = serveShop(shop, { pages: async () => new Response("<!doctype html>") });
const SAME_SITE = { "sec-fetch-site": "same-origin" };
const endpointOf = (path: string) => (path.startsWith("auth.") ? "/auth" : "/trpc");

/** Each prototype that everything else shares, as it is now. */
const prototypes = () =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((prototype) =>
    Reflect.ownKeys(prototype),
  );

/** Ways of telling a parser or a merge to write into a prototype. */
const POLLUTED = ['{"__proto__":{"polluted":"yes"}}', '{"constructor":{"prototype":{"polluted":"yes"}}}'];
const FORM_NAMES = [
  "__proto__[polluted]",
  "__proto__.polluted",
  "constructor[prototype][polluted]",
  "constructor.prototype.polluted",
];

test("no input reaches a prototype: not as JSON, in a batch, a form, a query or a cookie (T-19)", async () => {
  const before = prototypes();
  const faults: string[] = [];
  const send = async (
    what: string,
    path: string,
    { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> } = {},
  ) => {
    const response = await fetch(http.url + path, { ...init, headers: { ...SAME_SITE, ...headers } });
    if (response.status >= 500) faults.push(`${what}: ${response.status}`);
    return response;
  };
  for (const [path, { type }] of allProcedures())
    for (const body of POLLUTED) {
      const url = `${endpointOf(path)}/${path}`;
      const [one, many] = [encodeURIComponent(body), encodeURIComponent(`{"0":${body}}`)];
      const json = { "content-type": "application/json", "idempotency-key": randomUUID() };
      const [single, batch] =
        type !== "mutation"
          ? [await send(path, `${url}?input=${one}`), await send(path, `${url}?batch=1&input=${many}`)]
          : [
              await send(path, url, { method: "POST", headers: json, body }),
              await send(path, `${url}?batch=1`, { method: "POST", headers: json, body: `{"0":${body}}` }),
            ];
      // A stream has begun by the time it refuses: its only event says so.
      const refused = !single.ok || (type === "subscription" && /^event: serialized-error$/m.test(await single.text()));
      if (!refused && path !== "users.me") faults.push(`${path} takes ${body}`);
      expect((await batch.text()).includes("polluted"), path).toBe(false);
    }
  for (const name of FORM_NAMES) {
    const form = new FormData();
    form.set(name, "yes");
    const post = { method: "POST", headers: { "idempotency-key": randomUUID() } };
    expect((await send("form", "/auth/auth.signIn", { ...post, body: form })).status).toBe(415);
    expect(
      (await send("form", "/auth/auth.signIn", { ...post, body: new URLSearchParams({ [name]: "yes" }) })).status,
    ).toBe(415);
    await send("query", `/?${encodeURIComponent(name)}=yes`);
    await send("query", `/trpc/users.me?${encodeURIComponent(name)}=yes`);
  }
  for (const name of ["__proto__", "constructor", "constructor.prototype"])
    for (const path of ["/", "/trpc/users.me", "/auth/auth.sessions"])
      await send("cookie", path, {
        headers: { cookie: `${name}={"polluted":"yes"}; ${name}.polluted=yes; at=${name}` },
      });
  await send("header", "/trpc/users.me", {
    headers: { "x-locale": "__proto__", "x-cart-secret": "__proto__", "x-realm": "api" },
  });

  expect(faults).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(prototypes()).toEqual(before);
});

/** Sends bytes as they are, which no client library would. */
function sendRaw(lines: string[], body: string): Promise<string> {
  const { hostname, port } = new URL(http.url);
  const socket = connect(Number(port), hostname);
  const length = `content-length: ${Buffer.byteLength(body)}`;
  socket.write([...lines, length, "connection: close", "", body].join("\r\n"));
  return new Promise((resolve, reject) => {
    let answer = "";
    socket
      .on("data", (chunk) => (answer += String(chunk)))
      .on("error", reject)
      .on("end", () => resolve(answer));
  });
}

const EVIL = "evil.example";
/** Every header that some server has believed to be its own name, and how this shop answers. */
const NAMES: { title: string; lines: (path: string) => string[]; status: number }[] = [
  { title: "another Host", lines: (path) => [`POST ${path} HTTP/1.1`, `Host: ${EVIL}`], status: 421 },
  {
    title: "a Host with a name before it",
    lines: (path) => [`POST ${path} HTTP/1.1`, `Host: localhost:3000@${EVIL}`],
    status: 400,
  },
  {
    title: "a Host with the shop's before it",
    lines: (path) => [`POST ${path} HTTP/1.1`, `Host: localhost.${EVIL}`],
    status: 421,
  },
  {
    title: "another whole address",
    lines: (path) => [`POST http://${EVIL}${path} HTTP/1.1`, `Host: ${EVIL}`],
    status: 421,
  },
  ...[
    `X-Forwarded-Host: ${EVIL}`,
    `Forwarded: host=${EVIL};proto=https`,
    `X-Host: ${EVIL}`,
    `X-Original-Host: ${EVIL}`,
    `X-Forwarded-Server: ${EVIL}`,
    `X-HTTP-Host-Override: ${EVIL}`,
    `X-Original-URL: https://${EVIL}/`,
    `Referer: https://${EVIL}/reset`,
  ].map((header) => ({
    title: header,
    lines: (path: string) => [`POST ${path} HTTP/1.1`, "Host: localhost:3000", header],
    status: 200,
  })),
];

test.each(NAMES)("$title changes no link of a letter (T-25)", async ({ lines, status }) => {
  // What this network has asked for before is forgotten.
  shop.clock.advance(10 * 60_000);
  const { email } = await shop.member("customer");
  const more = ["sec-fetch-site: same-origin", "content-type: application/json", `idempotency-key: ${randomUUID()}`];

  const answer = await sendRaw([...lines("/auth/auth.askReset"), ...more], JSON.stringify({ email }));

  expect(answer.split(" ")[1]).toBe(String(status));
  expect(answer).not.toContain(EVIL);
  const letters = await lettersTo(email);
  expect(letters).toHaveLength(status === 200 ? 1 : 0);
  for (const { text, html } of letters)
    for (const [, address = ""] of `${text} ${html}`.matchAll(/(https?:\/\/[^\s"<>]+)/g))
      expect(address.startsWith(`${testEnv.PUBLIC_URL}/`), address).toBe(true);
});

test("what the shop says of its own address is never taken from a request (T-25)", async () => {
  await onTheShelf(shop.services);
  for (const path of ["/sitemap.xml", "/robots.txt"]) {
    const headers = { "x-forwarded-host": EVIL, forwarded: `host=${EVIL}`, "x-host": EVIL };
    const text = await (await fetch(http.url + path, { headers })).text();
    expect(text).not.toContain(EVIL);
    expect(text).toContain(`${testEnv.PUBLIC_URL}/${path === "/robots.txt" ? "sitemap.xml" : "p/"}`);
  }
});

test("the tests above reach a shop that does let its people in", async () => {
  const { email } = await shop.member("customer");
  const headers = { ...SAME_SITE, "content-type": "application/json", "idempotency-key": randomUUID() };
  const body = JSON.stringify({ email, password: TEST_PASSWORD });

  expect((await fetch(`${http.url}/auth/auth.signIn`, { method: "POST", headers, body })).status).toBe(200);
});
