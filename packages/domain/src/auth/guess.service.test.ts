import { Busy, createThrottle, RateLimited, type ShopEvent } from "@vitrina/domain/core";
import { fakeBuckets } from "@vitrina/domain/core/testing";
import { aUser } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";
import { BadCredentials } from "./auth.errors.ts";
import { aClock, fakeMarks } from "./auth.fake.ts";
import { createGuessGuard } from "./guess.service.ts";

const account = "anna@example.com";
const owner = aUser({ email: account, emailCanonical: account });

function openShop() {
  const clock = aClock();
  const letters = new Map<string, ShopEvent>();
  const outbox = { publish: async (event: ShopEvent, key: string) => void letters.set(key, event) };
  const throttle = createThrottle({ buckets: fakeBuckets(), hash: (text) => text, clock });
  const users = { findByEmail: async (email: string) => (email === account ? owner : null) };
  const { guarded, warnOwner } = createGuessGuard({
    throttle,
    marks: fakeMarks,
    transact: (work) => work({ outbox, users }),
    clock,
  });
  const knownDevice = fakeMarks.issue(account, clock()).mark;
  const guess = (deviceMark: string | null = null, at = account) =>
    guarded({ account: at, deviceMark }, () => Promise.reject(new BadCredentials({}))).catch((error: unknown) => error);
  const succeed = (deviceMark: string | null = null) =>
    guarded({ account, deviceMark }, async () => "in").catch((error: unknown) => error);
  /** What the worker makes of what was noticed. */
  async function deliver(): Promise<ShopEvent[]> {
    for (const event of letters.values()) if (event.topic === "auth.guesses-noticed") await warnOwner(event);
    return [...letters.values()].filter(({ topic }) => topic === "auth.guessed");
  }
  return { clock, letters, guarded, knownDevice, guess, succeed, deliver };
}
const wrong = new BadCredentials({});
const limited = (retryAfter: number) => new RateLimited({ retryAfter });
const times = async (count: number, work: () => Promise<unknown>) => {
  for (let done = 0; done < count; done++) await work();
};

test("after five wrong passwords strangers wait, each time twice as long, up to a quarter of an hour", async () => {
  const { clock, guess } = openShop();
  await times(4, guess);

  expect(await guess()).toEqual(wrong);
  for (const wait of [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]) {
    expect(await guess()).toEqual(limited(wait));
    clock.pass(wait);
    expect(await guess()).toEqual(wrong);
  }
});

test("the owner's own device signs in while strangers guess", async () => {
  const { guess, succeed, knownDevice } = openShop();
  await times(100, guess);

  expect(await succeed(knownDevice)).toBe("in");
  expect(await succeed()).toEqual(limited(2));
});

test("a known device has five guesses too, and a success forgets them", async () => {
  const { guess, succeed, knownDevice } = openShop();
  await times(4, () => guess(knownDevice));
  await succeed(knownDevice);
  await times(5, () => guess(knownDevice));

  expect(await guess(knownDevice)).toEqual(limited(2));
  expect(await guess()).toEqual(wrong);
});

test("a mark of another account makes no device known", async () => {
  const { guess, knownDevice } = openShop();
  await times(5, () => guess(null, "boris@example.com"));

  expect(await guess(knownDevice, "boris@example.com")).toEqual(limited(2));
});

test("an address without an account is slowed like one that has it", async () => {
  const { guess } = openShop();
  const outcomes = [];
  for (let count = 0; count < 7; count++) outcomes.push([await guess(), await guess(null, "nobody@example.com")]);

  for (const [known, unknown] of outcomes) expect(unknown).toEqual(known);
});

test("right passwords count for nothing, nor does a shop too busy to compare", async () => {
  const { guarded, guess, succeed } = openShop();
  await times(10, succeed);
  await times(10, () =>
    guarded({ account, deviceMark: null }, () => Promise.reject(new Busy({ retryAfter: 2 }))).catch(() => {}),
  );
  await times(4, guess);

  expect(await guess()).toEqual(wrong);
  expect(await guess()).toEqual(limited(2));
});

test("strangers' guesses are not forgotten when the owner comes in from somewhere new", async () => {
  const { clock, guess, succeed } = openShop();
  await times(5, guess);
  clock.pass(2);

  expect(await succeed()).toBe("in");

  expect(await guess()).toEqual(wrong);
  expect(await guess()).toEqual(limited(4));
});

test("who is guessed at gets one letter a day", async () => {
  const { clock, letters, guess, deliver } = openShop();
  const guessForMinutes = async () => {
    for (let count = 0; count < 8; count++) {
      await guess();
      clock.pass(900);
    }
  };
  await times(5, guess);
  expect(letters.size).toBe(0);
  await guessForMinutes();

  expect(await deliver()).toEqual([
    { topic: "auth.guessed", userId: owner.id, email: owner.email, locale: owner.locale },
  ]);
  clock.pass(86_400);
  await times(5, guess);
  await guessForMinutes();
  expect(await deliver()).toHaveLength(2);
});

test("guesses at an address that nobody has are noticed alike, and told to nobody", async () => {
  const { clock, letters, guess, deliver } = openShop();
  await times(5, () => guess(null, "nobody@example.com"));
  clock.pass(2);
  await guess(null, "nobody@example.com");

  expect(letters.size).toBe(1);
  expect(await deliver()).toEqual([]);
});
