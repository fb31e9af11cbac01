import { Amount, Currency, Id, LocalizedText } from "@vitrina/domain/core";
import * as z from "zod";

const Text = z.string().trim().min(1).max(300);
const Bound = z.number().min(-1e12).max(1e12).nullable();

/** What a rule may ask of a product. Any of several values is enough; texts are compared without regard to case. */
export const CollectionCondition = z.discriminatedUnion("fact", [
  /** Lies in one of these categories, or anywhere below. */
  z.strictObject({ fact: z.literal("category"), ids: z.array(Id).min(1).max(20) }),
  z.strictObject({ fact: z.literal("brand"), names: z.array(Text.max(200)).min(1).max(50) }),
  /** The value of an attribute, in any language; "true" and "false" for yes and no. */
  z.strictObject({
    fact: z.literal("attribute"),
    code: z.string().min(1).max(100),
    values: z.array(Text).min(1).max(50),
  }),
  /** The number of an attribute lies within the bounds, inclusive; null: open. */
  z.strictObject({ fact: z.literal("number"), code: z.string().min(1).max(100), min: Bound, max: Bound }),
  /** The lowest price of its variants, minor units, inclusive. */
  z.strictObject({ fact: z.literal("price"), currency: Currency, min: Amount.nullable(), max: Amount.nullable() }),
]);
export type CollectionCondition = z.infer<typeof CollectionCondition>;

/** Branches of conditions: all conditions of any one branch must hold. */
export const CollectionRule = z.array(z.array(CollectionCondition).min(1).max(10)).min(1).max(5);
export type CollectionRule = z.infer<typeof CollectionRule>;

/** What is wrong with a rule, and where: "0.1.ids.2" is the third category of the second condition of the first branch. */
export const RuleFault = z.object({
  path: z.string(),
  reason: z.enum(["no-bounds", "bounds-crossed", "unknown-category", "unknown-attribute"]),
});
export type RuleFault = z.infer<typeof RuleFault>;

/** An attribute to choose for a condition. */
export const RuleAttribute = z.object({ code: z.string(), name: LocalizedText, type: z.string() });
export type RuleAttribute = z.infer<typeof RuleAttribute>;
export const MOST_ATTRIBUTES_OFFERED = 20;

/** Which of the things a rule mentions there are. */
export interface KnownToRules {
  categoryIds: ReadonlySet<string>;
  attributeCodes: ReadonlySet<string>;
}

const each = (rule: CollectionRule) =>
  rule.flatMap((conditions, branch) =>
    conditions.map((condition, index) => ({ condition, branch, index, path: `${branch}.${index}` })),
  );

/** What a rule refers to. */
export const mentionsOf = (rule: CollectionRule) => ({
  categoryIds: each(rule).flatMap(({ condition }) => (condition.fact === "category" ? condition.ids : [])),
  attributeCodes: each(rule).flatMap(({ condition }) => ("code" in condition ? [condition.code] : [])),
});

/** Everything that is wrong with a rule; empty for a good one. */
export const faultsIn = (rule: CollectionRule, known: KnownToRules): RuleFault[] =>
  each(rule).flatMap(({ condition, path }): RuleFault[] => {
    if (condition.fact === "category")
      return condition.ids.flatMap((id, index): RuleFault[] =>
        known.categoryIds.has(id) ? [] : [{ path: `${path}.ids.${index}`, reason: "unknown-category" }],
      );
    const faults: RuleFault[] = [];
    if ("code" in condition && !known.attributeCodes.has(condition.code))
      faults.push({ path: `${path}.code`, reason: "unknown-attribute" });
    if ("min" in condition) {
      const { min, max } = condition;
      if (min === null && max === null) faults.push({ path: `${path}.min`, reason: "no-bounds" });
      if (min !== null && max !== null && min > max) faults.push({ path: `${path}.max`, reason: "bounds-crossed" });
    }
    return faults;
  });

/**
 * One way to fulfil one condition. A branch holds when terms of `needed` different conditions of it are met: so a product
 * is asked only for the terms it has, however many rules there are.
 */
export interface RuleTerm {
  branch: number;
  condition: number;
  needed: number;
  kind: "category" | "brand" | "attribute" | "number" | "price";
  /** Category id, brand, attribute code or currency. */
  key: string;
  /** Of an attribute. */
  value: string | null;
  min: number | null;
  max: number | null;
}

/** A rule as the terms by which it is looked up. */
export const termsOf = (rule: CollectionRule): RuleTerm[] =>
  each(rule).flatMap(({ condition, branch, index }): RuleTerm[] => {
    const place = { branch, condition: index, needed: rule[branch]?.length ?? 0, kind: condition.fact };
    const open = { value: null, min: null, max: null };
    switch (condition.fact) {
      case "category":
        return condition.ids.map((key) => ({ ...place, ...open, key }));
      case "brand":
        return condition.names.map((key) => ({ ...place, ...open, key }));
      case "attribute":
        return condition.values.map((value) => ({ ...place, ...open, key: condition.code, value }));
      case "number":
        return [{ ...place, value: null, key: condition.code, min: condition.min, max: condition.max }];
      case "price":
        return [{ ...place, value: null, key: condition.currency, min: condition.min, max: condition.max }];
    }
  });
