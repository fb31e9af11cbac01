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

test("what no database keeps is refused: NUL, and half of a surrogate pair", () => {
  for (const text of ["\\u0000", "a\\u0000b", "\\ud800", "\\udc00\\ud83d"])
    expect(() => parseJson(`{"name":["${text}"]}`), text).toThrow(SyntaxError);
  expect(parseJson('["\\ud83d\\ude00", "\\\\u0000", "\\u0416"]')).toEqual(["😀", "\\u0000", "Ж"]);
});
