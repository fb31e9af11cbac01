import { DomainError } from "@vitrina/domain/core";
import type { RuleFault } from "./collection-rule.ts";

/** Everything that is wrong with a rule, each with its path (CAT-07). */
export class RuleInvalid extends DomainError<{ faults: RuleFault[] }> {
  readonly kind = "invalid";
  readonly code = "catalog.rule-invalid";
}
/** By a rule it stays, and the rule alone decides what is in it; one by hand has no rule. */
export class CollectionKindFixed extends DomainError<{ byRule: boolean }> {
  readonly kind = "conflict";
  readonly code = "catalog.collection-kind-fixed";
}
export class CollectionLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "catalog.collection-limit-reached";
}
