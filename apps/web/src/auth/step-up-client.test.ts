import { afterEach, expect, test, vi } from "vitest";
import { afterProof } from "#auth/step-up-client.ts";
import { browserLinks, createClient } from "#core/api.ts";

afterEach(() => vi.unstubAllGlobals());

const unproven = () => refused("auth.recent-sign-in-required");
const refused = (code: string) => {
  const error = { message: code, code: -32003, data: { refusal: { code, details: {} } } };
  return Response.json({ error }, { status: 403 });
};

/** A shop that asks for a proof before everything; returns the idempotency keys of the calls it was sent. */
function shopAsking(...answers: Response[]): string[] {
  const keys: string[] = [];
  vi.stubGlobal("fetch", async (_: string, { headers }: { headers: Record<string, string> }) => {
    keys.push(headers["idempotency-key"] ?? "");
    return answers.shift() ?? Response.json({ result: { data: {} } });
  });
  return keys;
}

const noFactor = () => {
  throw new Error("nobody asked for a second factor");
};
const signOut = (ask: () => Promise<boolean>, tellOfFactor: () => void = noFactor) =>
  afterProof(createClient(browserLinks()), { ask, tellOfFactor }).auth.signOut.mutate({});

test("an act that needs the password is repeated under the same key once it was given", async () => {
  const keys = shopAsking(unproven());

  await signOut(async () => true);

  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[\da-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
});

test("whoever does not give the password hears that it is needed, and nothing is sent again", async () => {
  const keys = shopAsking(unproven());

  await expect(signOut(async () => false)).rejects.toThrow("auth.recent-sign-in-required");

  expect(keys).toHaveLength(1);
});

test("two acts that need the password at once ask for it once", async () => {
  shopAsking(unproven(), unproven());
  let asked = 0;
  const ask = async () => ++asked > 0;
  const { auth } = afterProof(createClient(browserLinks()), { ask, tellOfFactor: noFactor });

  await Promise.all([auth.signOut.mutate({}), auth.signOut.mutate({})]);

  expect(asked).toBe(1);
});

test("an act that needs the second factor is not sent again: the person is told what it needs", async () => {
  const keys = shopAsking(refused("auth.factor-required"));
  let told = 0;
  const ask = async () => {
    throw new Error("a password does not help");
  };

  await expect(signOut(ask, () => void told++)).rejects.toThrow("auth.factor-required");

  expect(told).toBe(1);
  expect(keys).toHaveLength(1);
});
