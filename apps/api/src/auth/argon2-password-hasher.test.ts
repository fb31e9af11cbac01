import { Busy } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { createArgon2PasswordHasher } from "#auth/argon2-password-hasher.ts";

const cost = { memory: 64, passes: 1, parallelism: 1 };
const old = { version: "1", key: "the first pepper" };
const fresh = { version: "2", key: "the second pepper" };
const hasher = (...peppers: [typeof old, ...(typeof old)[]]) => createArgon2PasswordHasher({ peppers, cost });

test("a password opens what it closed, another one does not", async () => {
  const passwords = hasher(old);
  const stored = await passwords.hash("long and winding");

  expect(await passwords.verify("long and winding", stored)).toEqual({ matches: true, outdated: false });
  expect(await passwords.verify("long and winding ", stored)).toEqual({ matches: false, outdated: false });
  expect(await passwords.verify("Long and winding", stored)).toEqual({ matches: false, outdated: false });
});

test("a password beyond 72 bytes counts to its last character", async () => {
  const passwords = hasher(old);
  const stored = await passwords.hash(`${"я".repeat(127)}a`);

  expect((await passwords.verify(`${"я".repeat(127)}b`, stored)).matches).toBe(false);
});

test("the same password is never stored the same way twice, and never in clear", async () => {
  const passwords = hasher(old);
  const [one, other] = await Promise.all([passwords.hash("long and winding"), passwords.hash("long and winding")]);

  expect(one).not.toBe(other);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1,keyid=1\$[\w+/]{22}\$[\w+/]{43}$/);
});

test("the cost in use is OWASP's", async () => {
  expect(await createArgon2PasswordHasher({ peppers: [old] }).hash("x")).toContain("$m=19456,t=2,p=1,");
});

test("an unknown person costs a whole hash, and is nobody", async () => {
  const passwords = createArgon2PasswordHasher({ peppers: [old], cost, concurrency: 1 });
  const running = Array.from({ length: 51 }, () => passwords.verify("guess", null));

  await expect(passwords.verify("guess", null)).rejects.toThrow(Busy);
  expect(new Set((await Promise.all(running)).map(({ matches }) => matches))).toEqual(new Set([false]));
});

test("after a change of pepper old hashes still open and ask to be renewed", async () => {
  const stored = await hasher(old).hash("long and winding");
  const passwords = hasher(fresh, old);

  expect(await passwords.verify("long and winding", stored)).toEqual({ matches: true, outdated: true });
  expect(await passwords.verify("wrong", stored)).toEqual({ matches: false, outdated: false });
  expect(await passwords.hash("long and winding")).toContain("keyid=2$");
});

test("after a change of cost old hashes still open and ask to be renewed", async () => {
  const stored = await hasher(old).hash("long and winding");
  const costlier = createArgon2PasswordHasher({ peppers: [old], cost: { ...cost, passes: 2 } });

  expect(await costlier.verify("long and winding", stored)).toEqual({ matches: true, outdated: true });
});

test("a stolen table is worth nothing without the pepper", async () => {
  const stored = await hasher(old).hash("long and winding");

  await expect(hasher(fresh).verify("long and winding", stored)).rejects.toThrow(/pepper/);
  expect((await hasher({ ...old, key: "guessed" }).verify("long and winding", stored)).matches).toBe(false);
});

test("a flood of sign-ins waits in a bounded queue and the rest is told to come back", async () => {
  const passwords = createArgon2PasswordHasher({ peppers: [old], cost, concurrency: 2 });

  const outcomes = await Promise.allSettled(Array.from({ length: 60 }, () => passwords.hash("x")));

  const refused = outcomes.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(60 - 2 - 50);
  await expect(passwords.hash("x")).resolves.toBeTruthy();
});

test("whoever is known goes ahead of a flood, and a full queue of strangers does not turn them away", async () => {
  const passwords = createArgon2PasswordHasher({ peppers: [old], cost, concurrency: 1 });
  const stored = await passwords.hash("long and winding");
  const order: string[] = [];
  const flood = Array.from({ length: 51 }, () => passwords.verify("guess", null).then(() => order.push("stranger")));

  const owner = passwords.verify("long and winding", stored, { known: true }).then(({ matches }) => {
    order.push("owner");
    return matches;
  });

  expect(await owner).toBe(true);
  expect(order).toEqual(["stranger", "owner"]);
  await Promise.all(flood);
});

test("known people do not wait in a queue without end either", async () => {
  const passwords = createArgon2PasswordHasher({ peppers: [old], cost, concurrency: 1 });
  const running = Array.from({ length: 51 }, () => passwords.hash("x", { known: true }));

  await expect(passwords.hash("x", { known: true })).rejects.toThrow(Busy);
  await Promise.all(running);
});
