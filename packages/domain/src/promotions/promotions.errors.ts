import { DomainError } from "@vitrina/domain/core";
import type { Obstacle } from "./explanation.ts";

/** The code gives nothing; `obstacle` says why (PRM-06). */
export class CodeRefused extends DomainError<{ code: string; obstacle: Obstacle }> {
  readonly kind = "conflict";
  readonly code = "promotions.code-refused";
}
export class CodeNotOnCart extends DomainError<{ code: string }> {
  readonly kind = "not-found";
  readonly code = "promotions.code-not-on-cart";
}
/** The code already stands for something (PRM-03). */
export class CodeTaken extends DomainError<{ code: string }> {
  readonly kind = "conflict";
  readonly code = "promotions.code-taken";
}
