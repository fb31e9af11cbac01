import { describe, expect, test } from "vitest";
import { at } from "./auth.fake.ts";
import type { ChallengeRepository, FactorRepository } from "./factor.repository.ts";

interface Subject {
  factors: FactorRepository;
  challenges: ChallengeRepository;
  /** Of people whom the repository's foreign keys know. */
  userId: string;
  otherId: string;
}

const hashOf = (name: string) => new TextEncoder().encode(name.slice(-32).padStart(32));

/** What the repositories of second factors do; each test opens a subject of its own. `newId` gives UUIDs. */
export function factorRepositorySuite(open: () => Promise<Subject>, newId: () => string): void {
  const confirmed = async () => {
    const subject = await open();
    await subject.factors.begin(subject.userId, "sealed", at(0));
    await subject.factors.confirm(subject.userId, 100, at(10));
    return subject;
  };

  describe("a second factor", () => {
    test("is none until it was begun, and counts once it is confirmed", async () => {
      const { factors, userId, otherId } = await open();
      expect(await factors.find(userId)).toBeNull();

      expect(await factors.begin(userId, "first", at(0))).toBe(true);
      expect(await factors.begin(userId, "second", at(5))).toBe(true);
      expect(await factors.find(userId)).toEqual({ secretSealed: "second", confirmedAt: null, lastStep: null });
      await factors.confirm(userId, 100, at(10));

      expect(await factors.find(userId)).toEqual({ secretSealed: "second", confirmedAt: at(10), lastStep: 100 });
      expect(await factors.find(otherId)).toBeNull();
    });

    test("that is confirmed is not replaced", async () => {
      const { factors, userId } = await confirmed();

      expect(await factors.begin(userId, "another", at(20))).toBe(false);
      expect(await factors.find(userId)).toMatchObject({ secretSealed: "sealed", lastStep: 100 });
    });

    test("takes each step once, and none before it", async () => {
      const { factors, userId, otherId } = await confirmed();

      expect(await factors.spendStep(userId, 100)).toBe(false);
      expect(await factors.spendStep(userId, 102)).toBe(true);
      expect(await factors.spendStep(userId, 102)).toBe(false);
      expect(await factors.spendStep(userId, 101)).toBe(false);
      expect(await factors.spendStep(otherId, 103)).toBe(false);
    });

    test("that is not confirmed takes no step and cannot be removed", async () => {
      const { factors, userId } = await open();
      await factors.begin(userId, "sealed", at(0));

      expect(await factors.spendStep(userId, 100)).toBe(false);
      expect(await factors.remove(userId)).toBe(false);
    });

    test("goes with its recovery codes, once", async () => {
      const { factors, userId } = await confirmed();
      await factors.replaceCodes(userId, [hashOf("one")]);

      expect(await factors.remove(userId)).toBe(true);
      expect(await factors.remove(userId)).toBe(false);
      expect(await factors.find(userId)).toBeNull();
      expect(await factors.countCodes(userId)).toBe(0);
      expect(await factors.spendCode(userId, hashOf("one"), at(20))).toBe(false);
    });
  });

  describe("a recovery code", () => {
    test("works once, and only for its owner", async () => {
      const { factors, userId, otherId } = await confirmed();
      await factors.replaceCodes(userId, [hashOf("one"), hashOf("two")]);

      expect(await factors.spendCode(otherId, hashOf("one"), at(20))).toBe(false);
      expect(await factors.spendCode(userId, hashOf("one"), at(20))).toBe(true);
      expect(await factors.spendCode(userId, hashOf("one"), at(20))).toBe(false);
      expect(await factors.spendCode(userId, hashOf("three"), at(20))).toBe(false);
      expect(await factors.countCodes(userId)).toBe(1);
    });

    test("ends when new ones are made", async () => {
      const { factors, userId } = await confirmed();
      await factors.replaceCodes(userId, [hashOf("one"), hashOf("two")]);

      await factors.replaceCodes(userId, [hashOf("three")]);

      expect(await factors.spendCode(userId, hashOf("one"), at(20))).toBe(false);
      expect(await factors.countCodes(userId)).toBe(1);
      expect(await factors.spendCode(userId, hashOf("three"), at(20))).toBe(true);
    });
  });

  describe("a challenge", () => {
    const posed = async () => {
      const subject = await open();
      const hash = hashOf(newId());
      const challenge = { userId: subject.userId, av: 3, expiresAt: at(300) };
      await subject.challenges.add(challenge, hash);
      return { ...subject, hash, challenge };
    };

    test("is found until it runs out", async () => {
      const { challenges, hash, challenge } = await posed();

      expect(await challenges.find(hash, at(299))).toEqual(challenge);
      expect(await challenges.find(hash, at(300))).toBeNull();
      expect(await challenges.find(hashOf(newId()), at(0))).toBeNull();
    });

    test("is used up once", async () => {
      const { challenges, hash, challenge } = await posed();

      expect(await challenges.consume(hash, at(299))).toEqual(challenge);
      expect(await challenges.consume(hash, at(299))).toBeNull();
      expect(await challenges.find(hash, at(299))).toBeNull();
    });

    test("that ran out opens nothing and is swept, one that holds stays", async () => {
      const { challenges, hash, userId } = await posed();
      const younger = hashOf(newId());
      await challenges.add({ userId, av: 3, expiresAt: at(900) }, younger);
      expect(await challenges.consume(hash, at(300))).toBeNull();

      await challenges.sweep(at(301), 1_000);

      expect(await challenges.find(hash, at(0))).toBeNull();
      expect(await challenges.find(younger, at(301))).not.toBeNull();
    });
  });
}
