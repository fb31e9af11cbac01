import { randomUUID } from "node:crypto";
import { createChallengeRepository, createFactorRepository } from "@vitrina/db/auth";
import { testDatabase } from "@vitrina/db/testing";
import { createUsersRepository } from "@vitrina/db/users";
import { at, factorRepositorySuite } from "@vitrina/domain/auth/testing";
import { aUser } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";

const database = testDatabase({ max: 20 });

async function aPerson(): Promise<string> {
  const id = randomUUID();
  await createUsersRepository(database.db).add(aUser({ id, email: `${id}@example.com` }));
  return id;
}
const open = async () => ({
  factors: createFactorRepository(database.db),
  challenges: createChallengeRepository(database.db),
  userId: await aPerson(),
  otherId: await aPerson(),
});

factorRepositorySuite(open, randomUUID);

const times = <T>(count: number, act: () => Promise<T>) => Promise.all(Array.from({ length: count }, act));

test("of twenty who spend one step, one recovery code or one challenge at once, one does, whatever they hold", async () => {
  for (let round = 0; round < 25; round++) {
    const { factors, challenges, userId } = await open();
    const hash = Buffer.alloc(32, round);
    await factors.begin(userId, "sealed", at(0));
    await factors.confirm(userId, 100, at(10));
    await factors.replaceCodes(userId, [hash]);
    await challenges.add({ userId, av: 1, expiresAt: at(300) }, hash);

    const steps = await times(20, () => factors.spendStep(userId, 101));
    const codes = await times(20, () => factors.spendCode(userId, hash, at(20)));
    const consumed = await times(20, () => challenges.consume(hash, at(20)));

    expect([steps, codes, consumed].map((each) => each.filter(Boolean).length)).toEqual([1, 1, 1]);
  }
});
