import { DomainError } from "@vitrina/domain/core";

/** Every short line at once, demand summed per variant (INV-06). */
export class OutOfStock extends DomainError<{ shortages: { variantId: string; wanted: number; left: number }[] }> {
  readonly kind = "conflict";
  readonly code = "inventory.out-of-stock";
}
