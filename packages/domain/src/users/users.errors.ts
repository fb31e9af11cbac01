import { DomainError } from "@vitrina/domain/core";
import type { Profile } from "./user.ts";

/** The country does not write its addresses that way; `field` says where. */
export class InvalidAddress extends DomainError<{ field: "phone" | "postcode" | "region" }> {
  readonly kind = "invalid";
  readonly code = "users.invalid-address";
}
/** Nobody could be called there; a number without a country code is read as one of the person's country. */
export class InvalidPhone extends DomainError {
  readonly kind = "invalid";
  readonly code = "users.invalid-phone";
}
/** Someone, perhaps the same person in another tab, edited the profile meanwhile; as it is now. */
export class ProfileChanged extends DomainError<{ profile: Profile }> {
  readonly kind = "conflict";
  readonly code = "users.profile-changed";
}
/** The address book is full. */
export class AddressLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "users.address-limit-reached";
}

/** The file asked for before is still being made. */
export class ExportRunning extends DomainError {
  readonly kind = "conflict";
  readonly code = "users.export-running";
}

/** Told only to whoever has shown that the address is theirs. */
export class EmailTaken extends DomainError {
  readonly kind = "conflict";
  readonly code = "users.email-taken";
}

/** No link of this shop to unsubscribe by, or of somebody who is gone. */
export class UnsubscribeLinkInvalid extends DomainError {
  readonly kind = "invalid";
  readonly code = "users.link-invalid";
}
