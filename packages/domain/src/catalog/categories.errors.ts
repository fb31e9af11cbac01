import { DomainError } from "@vitrina/domain/core";

/** A category cannot lie within itself (CAT-06). */
export class CategoryCycle extends DomainError {
  readonly kind = "conflict";
  readonly code = "catalog.category-cycle";
}
/** What is deleted must be empty: no categories below it, and no product in it, published or not. */
export class CategoryNotEmpty extends DomainError<{ children: number; hasProducts: boolean }> {
  readonly kind = "conflict";
  readonly code = "catalog.category-not-empty";
}
export class CategoryTooDeep extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "catalog.category-too-deep";
}
/** Another one is found at this address. */
export class AddressTaken extends DomainError<{ slug: string }> {
  readonly kind = "conflict";
  readonly code = "catalog.address-taken";
}
