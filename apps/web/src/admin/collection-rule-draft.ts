import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";
import type { Currency } from "#core/visitor.ts";

export type Collection = inferOutput<Api["catalog"]["collections"]["get"]>;
export type CollectionRule = NonNullable<Collection["rule"]>;
type Condition = CollectionRule[number][number];
export type CollectionFact = Condition["fact"];

/** A condition while it is being written: numbers as text, several values one a line. */
export interface ConditionDraft {
  key: number;
  fact: CollectionFact;
  categoryIds: readonly string[];
  /** Of an attribute. */
  code: string;
  values: string;
  currency: Currency;
  min: string;
  max: string;
}
/** Conditions that must all hold. */
export interface BranchDraft {
  key: number;
  conditions: readonly ConditionDraft[];
}

let made = 0;
export const emptyCondition = (fact: CollectionFact): ConditionDraft => ({
  key: made++,
  fact,
  categoryIds: [],
  code: "",
  values: "",
  currency: "RUB",
  min: "",
  max: "",
});
export const emptyBranch = (): BranchDraft => ({ key: made++, conditions: [emptyCondition("category")] });

export const branchesOf = (rule: CollectionRule): BranchDraft[] =>
  rule.map((conditions) => ({ key: made++, conditions: conditions.map(draftOf) }));

const shown = (bound: number | null, scale = 1) => (bound === null ? "" : String(bound / scale));

function draftOf(condition: Condition): ConditionDraft {
  const draft = emptyCondition(condition.fact);
  switch (condition.fact) {
    case "category":
      return { ...draft, categoryIds: condition.ids };
    case "brand":
      return { ...draft, values: condition.names.join("\n") };
    case "attribute":
      return { ...draft, code: condition.code, values: condition.values.join("\n") };
    case "number":
      return { ...draft, code: condition.code, min: shown(condition.min), max: shown(condition.max) };
    case "price": {
      const { currency, min, max } = condition;
      return { ...draft, currency, min: shown(min, 100), max: shown(max, 100) };
    }
  }
}

/** The rule as written; null while a part of it is incomplete. */
export function collectionRuleOf(branches: readonly BranchDraft[]): CollectionRule | null {
  const rule = branches.map(({ conditions }) => conditions.map(conditionOf));
  const complete = rule.every((branch) => branch.length > 0 && branch.every((condition) => condition !== null));
  return complete && rule.length > 0 ? (rule as CollectionRule) : null;
}

const linesOf = (text: string) => [...new Set(text.split("\n").map((line) => line.trim()))].filter(Boolean);

/** A number, null for an empty field, undefined for what is no number. */
function boundOf(text: string, scale = 1): number | null | undefined {
  const digits = text.replaceAll(/\s/g, "").replace(",", ".");
  if (digits === "") return null;
  return /^-?\d{1,9}(?:\.\d{1,6})?$/.test(digits)
    ? Number((Number(digits) * scale).toFixed(scale === 1 ? 6 : 0))
    : undefined;
}

function conditionOf({ fact, categoryIds, code, values, currency, ...bounds }: ConditionDraft): Condition | null {
  const lines = linesOf(values);
  switch (fact) {
    case "category":
      return categoryIds.length > 0 ? { fact, ids: [...categoryIds] } : null;
    case "brand":
      return lines.length > 0 ? { fact, names: lines } : null;
    case "attribute":
      return code && lines.length > 0 ? { fact, code, values: lines } : null;
    case "number":
    case "price": {
      const scale = fact === "price" ? 100 : 1;
      const [min, max] = [boundOf(bounds.min, scale), boundOf(bounds.max, scale)];
      if (min === undefined || max === undefined || (min === null && max === null)) return null;
      if (fact === "price") return { fact, currency, min, max };
      return code ? { fact, code, min, max } : null;
    }
  }
}
