import { testDatabase } from "@vitrina/db/testing";
import { aDevice } from "@vitrina/domain/auth/testing";
import { expect, test } from "vitest";
import { challengeOf, codeFor } from "#auth/testing-codes.ts";
import { aSignedInShopper, openAuthRoom, PASSWORD, testSigningKeys } from "#auth/testing.ts";

const database = testDatabase({ max: 20 });
const keysFile = testSigningKeys();
const device = aDevice();
/** Two processes without a throttle: what holds here, holds in the database. */
const processes = () => [openAuthRoom(database, { keysFile }), openAuthRoom(database, { keysFile })] as const;

async function aGuarded(shop: ReturnType<typeof openAuthRoom>) {
  const { email, accessToken } = await aSignedInShopper(shop);
  const principal = await shop.auth.authenticate(accessToken, "browser");
  const { secret } = await shop.auth.factor.begin(principal);
  const { codes } = await shop.auth.factor.confirm(principal, codeFor(secret, shop.clock(), -1));
  return { email, secret, codes };
}

async function signInTwentyTimes(challenges: readonly string[], typed: string) {
  const [one, other] = processes();
  const outcomes = await Promise.allSettled(
    challenges.map((challenge, index) =>
      (index % 2 === 0 ? one : other).auth.completeSignIn({ challenge, code: typed }, device),
    ),
  );
  const refusals = outcomes.flatMap((each) => (each.status === "rejected" ? (each.reason as Error).name : []));
  return { done: outcomes.length - refusals.length, refusals: [...new Set(refusals)] };
}

const times = <T>(count: number, act: () => T) => Promise.all(Array.from({ length: count }, act));

test("one code used at twenty places at once opens one session, and so does one recovery code", async () => {
  const [shop] = processes();
  for (let round = 0; round < 10; round++) {
    const { email, secret, codes } = await aGuarded(shop);
    const challenge = () => challengeOf(shop.auth.signIn({ email, password: PASSWORD }, device));
    const [forApp, forRecovery] = [await times(20, challenge), await times(20, challenge)];

    const app = await signInTwentyTimes(forApp, codeFor(secret, shop.clock()));
    const recovery = await signInTwentyTimes(forRecovery, codes[0] ?? "");

    expect(app).toEqual({ done: 1, refusals: ["OtpInvalid"] });
    expect(recovery).toEqual({ done: 1, refusals: ["OtpInvalid"] });
  }
});

test("one challenge answered twenty times at once opens one session, even with twenty good codes", async () => {
  const [shop, other] = processes();
  for (let round = 0; round < 10; round++) {
    const { email, codes } = await aGuarded(shop);
    const challenge = await challengeOf(shop.auth.signIn({ email, password: PASSWORD }, device));

    const outcomes = await Promise.allSettled(
      [...codes, ...codes].map((typed, index) =>
        (index % 2 === 0 ? shop : other).auth.completeSignIn({ challenge, code: typed }, device),
      ),
    );

    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }
});
