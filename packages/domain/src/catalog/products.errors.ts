import { DomainError, type LocalizedText } from "@vitrina/domain/core";
import type { PublishBlocker } from "./publishing.ts";

export class SlugTaken extends DomainError<{ slug: string }> {
  readonly kind = "conflict";
  readonly code = "catalog.slug-taken";
}
/** Somebody changed the product meanwhile: what differs between what is asked for and what it says now, by field (T-60). */
export class ProductChanged extends DomainError<{
  current: number;
  fields: { field: string; yours: unknown; theirs: unknown }[];
}> {
  readonly kind = "conflict";
  readonly code = "catalog.product-changed";
}
/** It cannot be bought as it is: everything that is missing. */
export class NotPublishable extends DomainError<{ blockers: PublishBlocker[] }> {
  readonly kind = "conflict";
  readonly code = "catalog.not-publishable";
}
/** It must be seen from before it is hidden, and not be hidden in the past. */
export class InvalidPublishPeriod extends DomainError {
  readonly kind = "invalid";
  readonly code = "catalog.invalid-period";
}
/** It was ordered, so it is kept; it can be archived. */
export class HasOrders extends DomainError {
  readonly kind = "conflict";
  readonly code = "catalog.has-orders";
}

/** Values that do not fit their attributes: `unknown` attribute, wrong `type`, or no such `choice`. */
export class InvalidAttributes extends DomainError<{
  faults: { code: string; reason: "unknown" | "type" | "choice" }[];
}> {
  readonly kind = "invalid";
  readonly code = "catalog.invalid-attributes";
}
/** So many products have values that would lose their meaning. */
export class AttributeInUse extends DomainError<{ products: number; types: number }> {
  readonly kind = "conflict";
  readonly code = "catalog.attribute-in-use";
}
export class AttributeCodeTaken extends DomainError<{ code: string }> {
  readonly kind = "conflict";
  readonly code = "catalog.attribute-code-taken";
}
export class TypeCodeTaken extends DomainError<{ code: string }> {
  readonly kind = "conflict";
  readonly code = "catalog.type-code-taken";
}
/** So many products are of this type. */
export class TypeInUse extends DomainError<{ products: number }> {
  readonly kind = "conflict";
  readonly code = "catalog.type-in-use";
}
export class TypeLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "catalog.type-limit-reached";
}

/** Variants with these values exist already, or twice in what was asked for. */
export class CombinationExists extends DomainError<{ combinations: Record<string, string>[] }> {
  readonly kind = "conflict";
  readonly code = "catalog.combination-exists";
}
/** A variant has exactly one value of each option of its product. */
export class InvalidCombination extends DomainError<{ combinations: Record<string, string>[] }> {
  readonly kind = "invalid";
  readonly code = "catalog.invalid-combination";
}
export class VariantLimitReached extends DomainError<{ limit: number; wanted: number }> {
  readonly kind = "conflict";
  readonly code = "catalog.variant-limit-reached";
}
/** So many variants have a value that would go. */
export class OptionInUse extends DomainError<{ option: string; value: string; variants: number }> {
  readonly kind = "conflict";
  readonly code = "catalog.option-in-use";
}
/** Two options, or two values of one, share a code. */
export class OptionCodeTwice extends DomainError<{ code: string }> {
  readonly kind = "invalid";
  readonly code = "catalog.option-code-twice";
}
/** It was here once and is no longer sold: what it was, and where similar things are (CAT-10). */
export class Gone extends DomainError<{ name: LocalizedText; category: { slug: string; name: LocalizedText } | null }> {
  readonly kind = "not-found";
  readonly code = "catalog.gone";
}
