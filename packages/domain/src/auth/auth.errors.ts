import { DomainError } from "@vitrina/domain/core";

/** Told at once and never in prose: the web words the reason. */
export class WeakPassword extends DomainError<{ reason: "too-short" | "common" | "guessable"; minimum: number }> {
  readonly kind = "invalid";
  readonly code = "auth.weak-password";
}
/** The same for an unknown address and a wrong password. */
export class BadCredentials extends DomainError {
  readonly kind = "unauthenticated";
  readonly code = "auth.bad-credentials";
}
/** Told only after the right password. */
export class AccountDisabled extends DomainError {
  readonly kind = "forbidden";
  readonly code = "auth.account-disabled";
}
/** Nobody is signed in. */
export class SignInRequired extends DomainError {
  readonly kind = "unauthenticated";
  readonly code = "auth.sign-in-required";
}
/** The access token ran out: refresh once and repeat with the same idempotency key (AUTH-14). */
export class SessionExpired extends DomainError {
  readonly kind = "unauthenticated";
  readonly code = "auth.session-expired";
}
/** The session was ended, or the person's rights are no longer what its token says: sign in anew. */
export class SessionRevoked extends DomainError {
  readonly kind = "unauthenticated";
  readonly code = "auth.session-revoked";
}
/** The policy does not allow it to this caller. */
export class Forbidden extends DomainError {
  readonly kind = "forbidden";
  readonly code = "auth.forbidden";
}
/** The act needs a person who proved within the last 15 minutes who they are: confirm the password, then repeat. */
export class RecentSignInRequired extends DomainError {
  readonly kind = "forbidden";
  readonly code = "auth.recent-sign-in-required";
}
/** The shop cannot write to such an address, see canonicalEmail. */
export class InvalidEmail extends DomainError {
  readonly kind = "invalid";
  readonly code = "auth.invalid-email";
}
/** The link of a letter does not work: used, replaced, run out, or never made. One refusal for all, see T-13. */
export class LinkInvalid extends DomainError {
  readonly kind = "invalid";
  readonly code = "auth.link-invalid";
}
/** What the person ordered is still on its way; each order by its number. */
export class OpenOrders extends DomainError<{ orders: { id: string; number: string }[] }> {
  readonly kind = "conflict";
  readonly code = "auth.open-orders";
}
/** Whoever works in the shop cannot erase themselves: an admin takes their role back first. */
export class StaffAccount extends DomainError {
  readonly kind = "conflict";
  readonly code = "auth.staff-account";
}
/** Enough letters of this sort for a while. */
export class TooManyLetters extends DomainError<{ limit: number }> {
  readonly kind = "limited";
  readonly code = "auth.too-many-letters";
}
/** The act needs an address that its owner has confirmed. */
export class EmailUnverified extends DomainError {
  readonly kind = "forbidden";
  readonly code = "auth.email-unverified";
}
/** The account has that address already. */
export class EmailUnchanged extends DomainError {
  readonly kind = "conflict";
  readonly code = "auth.email-unchanged";
}
