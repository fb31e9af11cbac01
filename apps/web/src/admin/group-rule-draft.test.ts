import { expect, test } from "vitest";
import { draftOf, emptyDraft, type Rule, ruleOf } from "./group-rule-draft.ts";

const RULE: Rule = [
  { fact: "orders", atLeast: 3, withinDays: 90 },
  { fact: "spent", atLeast: 1_500_50, currency: "EUR", withinDays: null },
  { fact: "registered", since: "2026-01-31T21:00:00.000Z" },
  { fact: "country", countries: ["RU", "DE"] },
  { fact: "verified" },
];

test("a rule is shown in the form and comes back as it was", () => {
  const drafts = RULE.map(draftOf);

  expect(drafts[1]).toMatchObject({ atLeast: "1500.5", currency: "EUR", withinDays: "" });
  expect(drafts[2]).toMatchObject({ since: "2026-02-01" });
  expect(ruleOf(drafts)).toEqual(RULE);
});

test("amounts may be typed as people write them", () => {
  const spent = (atLeast: string) => ruleOf([{ ...emptyDraft(0, "spent"), atLeast }])?.[0];

  expect(spent("1 500,50")).toMatchObject({ atLeast: 1_500_50 });
  expect(spent("19.99")).toMatchObject({ atLeast: 19_99 });
  for (const wrong of ["", "0", "-5", "1.999", "five"]) expect(spent(wrong), wrong).toBeUndefined();
});

test("an unfinished condition makes no rule, nor does none at all", () => {
  const whole = draftOf({ fact: "verified" }, 0);
  const unfinished = [
    emptyDraft(1, "orders"),
    { ...emptyDraft(1, "orders"), atLeast: "10001" },
    { ...emptyDraft(1, "orders"), atLeast: "1", withinDays: "0" },
    { ...emptyDraft(1, "spent"), atLeast: "5", withinDays: "4000" },
    emptyDraft(1, "registered"),
    emptyDraft(1, "country"),
  ];

  expect(ruleOf([])).toBeNull();
  for (const draft of unfinished) expect(ruleOf([whole, draft])).toBeNull();
});
