import { expect, test } from "vitest";
import { type CollectionRule, faultsIn, termsOf } from "./collection-rule.ts";

const CATEGORY = "0190b8c0-0000-7000-8000-000000000001";
const STRANGER = "0190b8c0-0000-7000-8000-000000000002";
const known = { categoryIds: new Set([CATEGORY]), attributeCodes: new Set(["ram"]) };

test("a rule is told everything that is wrong with it, and where", () => {
  const rule: CollectionRule = [
    [{ fact: "category", ids: [CATEGORY, STRANGER] }],
    [
      { fact: "number", code: "rom", min: null, max: null },
      { fact: "price", currency: "RUB", min: 200, max: 100 },
    ],
  ];

  expect(faultsIn(rule, known)).toEqual([
    { path: "0.0.ids.1", reason: "unknown-category" },
    { path: "1.0.code", reason: "unknown-attribute" },
    { path: "1.0.min", reason: "no-bounds" },
    { path: "1.1.max", reason: "bounds-crossed" },
  ]);
});

test("a good rule has no faults", () => {
  const rule: CollectionRule = [
    [
      { fact: "category", ids: [CATEGORY] },
      { fact: "brand", names: ["Acme"] },
      { fact: "attribute", code: "ram", values: ["true"] },
      { fact: "number", code: "ram", min: 8, max: null },
      { fact: "price", currency: "EUR", min: 100, max: 100 },
    ],
  ];

  expect(faultsIn(rule, known)).toEqual([]);
});

test("a branch needs each of its conditions once, whichever of its values a product has", () => {
  const rule: CollectionRule = [
    [
      { fact: "brand", names: ["Acme", "Bolt"] },
      { fact: "number", code: "ram", min: 8, max: 16 },
    ],
    [{ fact: "attribute", code: "ram", values: ["lots"] }],
  ];

  expect(
    termsOf(rule).map(({ branch, condition, needed, kind, key }) => [branch, condition, needed, kind, key]),
  ).toEqual([
    [0, 0, 2, "brand", "Acme"],
    [0, 0, 2, "brand", "Bolt"],
    [0, 1, 2, "number", "ram"],
    [1, 0, 1, "attribute", "ram"],
  ]);
});
