import { DomainError } from "@vitrina/domain/core";

/** Another product has these SKUs already (CAT-03). */
export class SkuTaken extends DomainError<{ skus: string[] }> {
  readonly kind = "conflict";
  readonly code = "catalog.sku-taken";
}
/** A picture is a JPEG, PNG, WebP or AVIF by its content, whatever its name says (CAT-05). */
export class MediaType extends DomainError {
  readonly kind = "invalid";
  readonly code = "catalog.media-type";
}
/** More bytes, or more pixels, than the shop takes; `limit` in bytes or pixels. */
export class MediaTooLarge extends DomainError<{ of: "bytes" | "pixels"; limit: number }> {
  readonly kind = "invalid";
  readonly code = "catalog.media-too-large";
}
/** Pictures that were named are not there: uploaded too long ago, or taken away by somebody. */
export class MediaGone extends DomainError {
  readonly kind = "conflict";
  readonly code = "catalog.media-gone";
}
/** An import is not at the point where this can be done; `state` is where it is. */
export class ImportNotReady extends DomainError<{ state: string }> {
  readonly kind = "conflict";
  readonly code = "catalog.import-not-ready";
}
/** No column of the file tells which product a row is of. */
export class ImportKeyMissing extends DomainError {
  readonly kind = "invalid";
  readonly code = "catalog.import-key-missing";
}
/** A file that has no rows, or is neither CSV nor lines of JSON. */
export class ImportFileUnreadable extends DomainError {
  readonly kind = "invalid";
  readonly code = "catalog.import-file-unreadable";
}
