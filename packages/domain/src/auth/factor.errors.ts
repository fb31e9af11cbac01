import { DomainError } from "@vitrina/domain/core";

/**
 * The password was right, and a code of the second factor is due. At sign-in `challenge` goes back with the code, until
 * `expiresAt`; at a session it is null, and the code goes with the password.
 */
export class OtpRequired extends DomainError<{ challenge: string | null; expiresAt: string | null }> {
  readonly kind = "unauthenticated";
  readonly code = "auth.otp-required";
}
/** Wrong, used before, or of another time. `triesLeft` more are judged at once, each further one has to wait. */
export class OtpInvalid extends DomainError<{ triesLeft: number }> {
  readonly kind = "invalid";
  readonly code = "auth.otp-invalid";
}
/** The password is too long ago, or a code has been given for it already: sign in anew. */
export class ChallengeInvalid extends DomainError {
  readonly kind = "unauthenticated";
  readonly code = "auth.challenge-invalid";
}
/** The act needs a session opened with the second factor: set one up, or sign in with it. */
export class FactorRequired extends DomainError {
  readonly kind = "forbidden";
  readonly code = "auth.factor-required";
}
/** There is a second factor already: remove it first. */
export class FactorPresent extends DomainError {
  readonly kind = "conflict";
  readonly code = "auth.factor-present";
}
/** There is no second factor, or none that is being set up. */
export class FactorAbsent extends DomainError {
  readonly kind = "conflict";
  readonly code = "auth.factor-absent";
}
