import { expect, test } from "vitest";
import { closestBeginning } from "./words.ts";

test("a typo is forgiven before the word is complete", () => {
  expect(closestBeginning("крушк", ["кружка", "крышка"])).toBe("кружк");
  expect(closestBeginning("чайнн", ["чайник"])).toBe("чайни");
  expect(closestBeginning("кур", ["кружка"])).toBeNull();
});

test("a code is never a mistyped word", () => {
  expect(closestBeginning("kora12", ["kora13x"])).toBeNull();
});
