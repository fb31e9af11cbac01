import { expect, test } from "vitest";
import { MAX_DEPTH, parseJson } from "./json.ts";

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

test("a body nested 20 deep is read and one level more is refused", () => {
  expect(parseJson(nested(MAX_DEPTH))).toBeDefined();
  expect(() => parseJson(nested(MAX_DEPTH + 1))).toThrow(SyntaxError);
});

test("brackets in a review's text are no nesting", () => {
  const text = `\\"${"[{".repeat(100)}`;

  expect(parseJson(`{"text":"${text}"}`)).toEqual({ text: `"${"[{".repeat(100)}` });
});

test("a body cannot reach into prototypes", () => {
  expect(() => parseJson('{"a":{"__proto__":{"admin":true}}}')).toThrow(SyntaxError);
  expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
});
