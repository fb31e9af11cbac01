import type { inferOutput } from "@trpc/tanstack-react-query";
import { dayOf, startOf } from "#admin/moscow-day.ts";
import type { Api } from "#core/api.ts";
import type { Currency } from "#core/visitor.ts";

export type Group = inferOutput<Api["users"]["groups"]["get"]>;
export type Rule = NonNullable<Group["rule"]>;
type Condition = Rule[number];
export type Fact = Condition["fact"];
export type RuleCountry = Extract<Condition, { fact: "country" }>["countries"][number];

/** A condition while it is being written: numbers and days as text. */
export interface ConditionDraft {
  key: number;
  fact: Fact;
  /** Orders, or major units of the currency. */
  atLeast: string;
  currency: Currency;
  /** "": ever. */
  withinDays: string;
  /** "2026-11-24", of the shop's calendar. */
  since: string;
  countries: readonly RuleCountry[];
}

export const emptyDraft = (key: number, fact: Fact): ConditionDraft => ({
  key,
  fact,
  atLeast: "",
  currency: "RUB",
  withinDays: "",
  since: "",
  countries: [],
});

export function draftOf(condition: Condition, key: number): ConditionDraft {
  const draft = emptyDraft(key, condition.fact);
  switch (condition.fact) {
    case "orders":
      return { ...draft, atLeast: String(condition.atLeast), withinDays: String(condition.withinDays ?? "") };
    case "spent": {
      const { atLeast, currency, withinDays } = condition;
      return { ...draft, atLeast: String(atLeast / 100), currency, withinDays: String(withinDays ?? "") };
    }
    case "registered":
      return { ...draft, since: dayOf(condition.since) };
    case "country":
      return { ...draft, countries: condition.countries };
    case "verified":
      return draft;
  }
}

/** The rule as written; null while it is incomplete. */
export function ruleOf(drafts: readonly ConditionDraft[]): Rule | null {
  const conditions = drafts.flatMap((draft) => conditionOf(draft) ?? []);
  return conditions.length > 0 && conditions.length === drafts.length ? conditions : null;
}

function conditionOf({ fact, atLeast, currency, withinDays, since, countries }: ConditionDraft): Condition | null {
  const days = withinDays.trim() === "" ? null : wholeOf(withinDays, 3650);
  switch (fact) {
    case "orders": {
      const orders = wholeOf(atLeast, 10_000);
      return orders && days !== 0 ? { fact, atLeast: orders, withinDays: days } : null;
    }
    case "spent": {
      const amount = minorUnitsOf(atLeast);
      return amount && days !== 0 ? { fact, atLeast: amount, currency, withinDays: days } : null;
    }
    case "registered":
      return /^\d{4}-\d\d-\d\d$/.test(since) ? { fact, since: startOf(since) } : null;
    case "country":
      return countries.length > 0 ? { fact, countries: [...countries] } : null;
    case "verified":
      return { fact };
  }
}

/** A whole number from 1 to `most`; 0 for anything else. */
function wholeOf(text: string, most: number): number {
  const digits = text.replace(/\s/g, "");
  return /^\d{1,9}$/.test(digits) && Number(digits) <= most ? Number(digits) : 0;
}

/** «1 500,50» in minor units; 0 for what is no amount. */
function minorUnitsOf(text: string): number {
  const digits = text.replace(/\s/g, "").replace(",", ".");
  return /^\d{1,9}(?:\.\d{1,2})?$/.test(digits) ? Math.round(Number(digits) * 100) : 0;
}
