import {
  ChallengeToken,
  FactorCode,
  FactorOffer,
  FactorState,
  RecoveryCodes,
  Renewed,
  SignedIn,
} from "@vitrina/domain/auth";
import { Id } from "@vitrina/domain/core";
import { Reason } from "@vitrina/domain/users";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

const nothing = z.strictObject({});
const byCode = z.strictObject({ code: FactorCode });

/** The second factor: codes of an authenticator app (RFC 6238), and recovery codes for when it is lost. */
export const factorContract = {
  /** `needed`: the caller has rights whose use asks for it, see `auth.factor-required`. */
  state: query({ input: z.void(), output: FactorState.extend({ needed: z.boolean() }) }),
  /** Offers a secret to put into the app; it counts once `confirm` has seen a code. */
  begin: mutation({ input: nothing, output: FactorOffer }),
  /** Puts it in force. The recovery codes are told this once; all other sessions end. */
  confirm: mutation({ input: byCode, output: RecoveryCodes.extend(Renewed.shape) }),
  /** New recovery codes, told this once; the old ones end. */
  renewCodes: mutation({ input: nothing, output: RecoveryCodes }),
  remove: mutation({ input: nothing, output: Renewed }),
  /**
   * The second step of signing in: `auth.signIn` was refused as `auth.otp-required`, with the challenge. The code is the
   * app's or a recovery code.
   */
  completeSignIn: mutation({ input: byCode.extend({ challenge: ChallengeToken }), output: SignedIn }),
  /** Removes the factor of somebody who lost app and recovery codes, and ends their sessions. */
  reset: mutation({ input: z.strictObject({ userId: Id, reason: Reason }), output: z.object({}) }),
};
