import { DomainError } from "@vitrina/domain/core";

/**
 * Two rules would say different things. `query-ruled`: there is a rule for the query. `in-another`: the phrase is in
 * another group, or what another one-way synonym begins with. `repeated`: two phrases of the draft are the same in the
 * form they are compared in, or two products. `pinned-and-buried`: a product is both.
 */
export class RuleConflict extends DomainError<{
  reason: "query-ruled" | "in-another" | "repeated" | "pinned-and-buried";
  /** The phrase or query, or null of a product. */
  phrase: string | null;
  /** The other rule, or null. */
  ruleId: string | null;
}> {
  readonly kind = "conflict";
  readonly code = "search.rule-conflict";
}

export class RuleLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "search.rule-limit-reached";
}
