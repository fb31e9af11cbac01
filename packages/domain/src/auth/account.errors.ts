import { DomainError } from "@vitrina/domain/core";

/** Nobody shuts themselves out. */
export class SelfDisable extends DomainError {
  readonly kind = "forbidden";
  readonly code = "auth.self-disable";
}
