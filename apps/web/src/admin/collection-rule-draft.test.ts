import { expect, test } from "vitest";
import {
  branchesOf,
  type CollectionRule,
  collectionRuleOf,
  emptyBranch,
  emptyCondition,
} from "#admin/collection-rule-draft.ts";

const RULE: CollectionRule = [
  [
    { fact: "category", ids: ["0190b8c0-0000-7000-8000-000000000001"] },
    { fact: "price", currency: "EUR", min: 1050, max: null },
  ],
  [
    { fact: "brand", names: ["Acme", "Bolt"] },
    { fact: "attribute", code: "colour", values: ["red"] },
    { fact: "number", code: "ram", min: 0.5, max: 16 },
  ],
];

test("a rule that is opened and saved stays as it was", () => {
  expect(collectionRuleOf(branchesOf(RULE))).toEqual(RULE);
});

test("an incomplete condition makes no rule", () => {
  expect(collectionRuleOf([emptyBranch()])).toBeNull();
  expect(collectionRuleOf([{ key: 1, conditions: [{ ...emptyCondition("price"), min: "cheap" }] }])).toBeNull();
});

test("amounts are read as people write them", () => {
  const rule = collectionRuleOf([{ key: 1, conditions: [{ ...emptyCondition("price"), max: "1 500,50" }] }]);

  expect(rule).toEqual([[{ fact: "price", currency: "RUB", min: null, max: 150_050 }]]);
});
