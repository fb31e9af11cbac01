import { expect, test } from "vitest";
import { type Arrival, gate } from "./gate.ts";

const OWN = "https://shop.example";
const call = (change: Partial<Arrival>): Arrival => ({
  method: "POST",
  kind: "call",
  realm: "browser",
  secFetchSite: null,
  secFetchMode: null,
  origin: null,
  contentType: "application/json",
  ownOrigins: [OWN],
  ...change,
});

/** Reliability design 4.4, for requests that carry cookies: Sec-Fetch-Site, Origin, answer to GET, answer to POST. */
const TABLE: [site: string | null, origin: string | null, get: 403 | null, post: 403 | null][] = [
  ["same-origin", OWN, null, null],
  ["same-origin", null, null, null],
  ["same-origin", "https://evil.example", null, null],
  ["same-site", OWN, 403, 403],
  ["same-site", null, 403, 403],
  ["cross-site", OWN, 403, 403],
  ["cross-site", "https://evil.example", 403, 403],
  ["cross-site", null, 403, 403],
  ["none", null, 403, 403],
  [null, OWN, null, null],
  [null, "https://evil.example", 403, 403],
  [null, `${OWN}.evil.example`, 403, 403],
  [null, "null", 403, 403],
  [null, null, null, 403],
];

test.each(TABLE)("a call with Sec-Fetch-Site %s and Origin %s: GET %s, POST %s", (...row) => {
  const [secFetchSite, origin, get, post] = row;

  expect(gate(call({ method: "GET", secFetchSite, origin }))).toBe(get);
  expect(gate(call({ method: "POST", secFetchSite, origin }))).toBe(post);
});

test("forms of other sites cannot post: only JSON is taken", () => {
  for (const contentType of [
    "multipart/form-data",
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/jsonp",
    null,
  ])
    expect(gate(call({ secFetchSite: "same-origin", contentType }))).toBe(415);
});

test("programs, which carry no cookies, may call from anywhere", () => {
  expect(gate(call({ realm: "api" }))).toBeNull();
});

test("pages are only ever read, from anywhere", () => {
  expect(gate(call({ kind: "document", method: "GET", secFetchSite: "cross-site" }))).toBeNull();
  expect(gate(call({ kind: "document", method: "POST", secFetchSite: "same-origin" }))).toBe(405);
});
