import { expect, test } from "vitest";
import { remembered } from "#core/remembered.ts";

test("an answer is kept for its time, by its key, and then asked for again", async () => {
  let time = 0;
  let asked = 0;
  const answerOf = remembered(async (key: string) => `${key}${++asked}`, {
    milliseconds: 100,
    now: () => new Date(time),
  });

  const early = [await answerOf("a"), await answerOf("a"), await answerOf("b")];
  time = 100;
  const late = await answerOf("a");

  expect(early).toEqual(["a1", "a1", "b2"]);
  expect(late).toBe("a3");
});

test("a failure is not remembered", async () => {
  let asked = 0;
  const answerOf = remembered(
    async () => {
      if (++asked === 1) throw new Error("away");
      return asked;
    },
    { milliseconds: 100, now: () => new Date(0) },
  );

  await expect(answerOf("a")).rejects.toThrow("away");
  expect(await answerOf("a")).toBe(2);
});
