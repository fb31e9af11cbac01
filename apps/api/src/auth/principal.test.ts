import { type Principal, type Realm, SessionExpired } from "@vitrina/domain/auth";
import { InvalidInput } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { cookieNames } from "#core/cookies.ts";
import { readPrincipal } from "#auth/principal.ts";

const principal: Principal = {
  userId: "u",
  sessionId: "s",
  role: "customer",
  av: 1,
  authTime: new Date(0),
  amr: ["pwd"],
};
const valid: Record<Realm, string> = { browser: "cookie-token", api: "bearer-token" };

const read = (headers: Record<string, string>, cookies: Record<string, string> = {}, realm: Realm = "browser") =>
  readPrincipal({
    headers: new Headers(headers),
    cookies,
    realm,
    names: cookieNames(true),
    authenticate: async (token, presentedIn) => {
      if (token !== valid[presentedIn]) throw new SessionExpired({});
      return principal;
    },
  });

test("a browser is known by its cookie, a program by its header", async () => {
  expect(await read({}, { "__Host-at": "cookie-token" })).toBe(principal);
  expect(await read({ authorization: "Bearer bearer-token" }, {}, "api")).toBe(principal);
});

test("who presents nothing is a guest", async () => {
  expect(await read({})).toBeNull();
  expect(await read({}, {}, "api")).toBeNull();
});

test("cookie and header at once are refused", async () => {
  const both = read({ authorization: "Bearer bearer-token" }, { "__Host-at": "cookie-token" }, "api");

  await expect(both).rejects.toThrow(InvalidInput);
});

test("a cookie's token in the header is refused, and the reverse", async () => {
  await expect(read({ authorization: "Bearer cookie-token" }, {}, "api")).rejects.toThrow(SessionExpired);
  await expect(read({}, { "__Host-at": "bearer-token" })).rejects.toThrow(SessionExpired);
});

test.each(["Bearer", "Bearer ", "Basic YTpi", "bearer-token", "Bearer a b", "Bearer \u00e9"])(
  "the header %j names nobody",
  async (authorization) => {
    await expect(read({ authorization }, {}, "api")).rejects.toThrow(SessionExpired);
  },
);

test("a cookie without its prefix is no token on HTTPS", async () => {
  expect(await read({}, { at: "cookie-token" })).toBeNull();
});

test("a browser whose access token is gone is asked to renew its session", async () => {
  await expect(read({}, { resume: "1" })).rejects.toThrow(SessionExpired);
});
