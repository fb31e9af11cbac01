import { expect, test } from "vitest";
import { testShop } from "#testing.ts";
import { serveShop } from "#testing-http.ts";

const shop = testShop();
const http = serveShop(shop);

const ask = async (path: string, headers: Record<string, string>) => {
  const response = await fetch(`${http.url}/trpc/${path}`, { headers: { "x-realm": "api", ...headers } });
  return (await response.json()) as { result?: { data: { id: string } | null } };
};

test("two hundred people who ask at once are each told of themselves (T-38)", async () => {
  const members = await Promise.all(Array.from({ length: 20 }, () => shop.memberWithToken("customer")));
  const calls = Array.from({ length: 200 }, (_, index) => members[index % members.length]!);

  const answers = await Promise.all(
    calls.map(({ accessToken }) => ask("users.me", { authorization: `Bearer ${accessToken}` })),
  );

  expect(answers.map(({ result }) => result?.data?.id)).toEqual(calls.map(({ userId }) => userId));
});

test("ten calls that travel together all speak of the same person (T-38)", async () => {
  const { accessToken, userId } = await shop.memberWithToken("customer");
  const names = Array.from({ length: 10 }, () => "users.me").join(",");

  const response = await fetch(`${http.url}/trpc/${names}?batch=1&input={}`, {
    headers: { "x-realm": "api", authorization: `Bearer ${accessToken}` },
  });
  const answers = (await response.json()) as { result: { data: { id: string } } }[];

  expect(answers.map(({ result }) => result.data.id)).toEqual(Array.from({ length: 10 }, () => userId));
});

test("no header, cookie or parameter names a person: only a verified token does (T-37)", async () => {
  const { userId, email } = await shop.memberWithToken("admin");
  const named = ["x-user-id", "x-user", "x-forwarded-user", "x-remote-user", "x-auth-user", "x-auth-email", "from"];
  const headers = Object.fromEntries(named.flatMap((name) => [[name, name === "from" ? email : userId]]));

  const byHeader = await ask("users.me", { ...headers, cookie: `user_id=${userId}; userId=${userId}` });
  const byParameter = await ask(`users.me?userId=${userId}&user=${email}`, {});

  expect([byHeader.result?.data, byParameter.result?.data]).toEqual([null, null]);
});
