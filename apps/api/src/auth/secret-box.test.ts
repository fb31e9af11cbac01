import { expect, test } from "vitest";
import { createSecretBox } from "#auth/secret-box.ts";

const first = { version: "1", key: "the first key of the tests, long enough" };
const second = { version: "2", key: "the second key of the tests, long enough" };
const box = createSecretBox({ keys: [first] });

test("a secret opens for its owner, and is sealed differently each time", () => {
  const [one, other] = [box.seal("JBSWY3DP", "anna"), box.seal("JBSWY3DP", "anna")];

  expect(one).not.toBe(other);
  expect(one).not.toContain("JBSWY3DP");
  expect([one, other].map((sealed) => box.open(sealed, "anna"))).toEqual(["JBSWY3DP", "JBSWY3DP"]);
});

test("a seal moved to somebody else, changed, or opened with another key does not open", () => {
  const sealed = box.seal("JBSWY3DP", "anna");
  const changed = sealed.slice(0, -1) + (sealed.endsWith("A") ? "B" : "A");
  const foreign = createSecretBox({ keys: [{ ...first, key: second.key }] });

  expect(() => box.open(sealed, "boris")).toThrow();
  expect(() => box.open(changed, "anna")).toThrow();
  expect(() => foreign.open(sealed, "anna")).toThrow();
});

test("after the key is changed old seals open and new ones are made with the new key", () => {
  const old = box.seal("JBSWY3DP", "anna");
  const both = createSecretBox({ keys: [second, first] });

  expect(both.open(old, "anna")).toBe("JBSWY3DP");
  expect(both.seal("JBSWY3DP", "anna")).toMatch(/^2\./);
  expect(() => createSecretBox({ keys: [second] }).open(old, "anna")).toThrow("no key of version 1");
});
