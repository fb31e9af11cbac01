import { DomainError } from "@vitrina/domain/core";

/** Another product has these SKUs already (CAT-03). */
export class SkuTaken extends DomainError<{ skus: string[] }> {
  readonly kind = "conflict";
  readonly code = "catalog.sku-taken";
}
