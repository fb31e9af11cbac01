import { expect, test } from "vitest";
import { closestWord, distance, fold, swapLayout, wordsOf } from "./words.ts";

test("е and ё, accents and case make no difference", () => {
  expect(fold("ЁЖИК Café й")).toBe("ежик cafe й");
});

test("a query is its words; signs are none", () => {
  expect(wordsOf("  HP 300-XL,  чёрный! ")).toEqual(["hp", "300", "xl", "черный"]);
  expect(wordsOf("100% _ \\ '")).toEqual(["100"]);
  expect(wordsOf("a ".repeat(50))).toHaveLength(12);
});

test("what was typed in the wrong layout is read in the other", () => {
  expect(swapLayout("rhe;rf")).toBe("кружка");
  expect(swapLayout("ьщгыу")).toBe("mouse");
});

test.each([
  ["mouse", "mouse", 0],
  ["muose", "mouse", 1],
  ["mose", "mouse", 1],
  ["keybaord", "keyboard", 1],
  ["", "ab", 2],
])("from %s to %s it is %i edits", (left, right, edits) => {
  expect(distance(left, right)).toBe(edits);
});

test("the nearest known word is meant, unless it is too far or the word is a code", () => {
  expect(closestWord("moues", ["house", "mouse"])).toBe("mouse");
  expect(closestWord("abc", ["xyz"])).toBeNull();
  expect(closestWord("hp301", ["hp302"])).toBeNull();
});
