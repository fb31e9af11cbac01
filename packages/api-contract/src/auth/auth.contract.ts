import { accountsContract } from "#auth/accounts.contract.ts";
import { Credentials, OpenSession, PasswordChange, Proof, Registration, Renewed, SignedIn } from "@vitrina/domain/auth";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { factorContract } from "#auth/factor.contract.ts";
import { erasureContract } from "#auth/erasure.contract.ts";
import { mailboxContract } from "#auth/mailbox.contract.ts";
import { invitationsContract } from "#auth/invitations.contract.ts";
import { keysContract } from "#auth/keys.contract.ts";
import { rolesContract } from "#auth/roles.contract.ts";
import { staffContract } from "#auth/staff.contract.ts";

/** Programs send the refresh token here; browsers send nothing, their cookie speaks. */
const RefreshInput = z.strictObject({ refreshToken: z.string().length(43).optional() });

export const authContract = {
  accounts: accountsContract,
  ...mailboxContract,
  factor: factorContract,
  ...erasureContract,

  invitations: invitationsContract,
  keys: keysContract,
  roles: rolesContract,
  staff: staffContract,
  /**
   * Makes an account. The answer is the same when the address has one already (ADR 0008): sign in next, with the same
   * address and password.
   */
  signUp: mutation({ input: Registration, output: z.object({}) }),
  /** Where there is a second factor the right password is refused as `auth.otp-required`: see `factor.completeSignIn`. */
  signIn: mutation({ input: Credentials, output: SignedIn }),
  refresh: mutation({ input: RefreshInput, output: SignedIn }),
  signOut: mutation({ input: RefreshInput, output: z.object({}) }),
  /**
   * Proves anew who sits at this session: do so, and repeat the act, when it was refused as
   * `auth.recent-sign-in-required`. Where there is a second factor, its code goes with the password.
   */
  confirmPassword: mutation({ input: Proof, output: Renewed }),
  changePassword: mutation({ input: PasswordChange, output: Renewed }),
  sessions: query({ input: z.void(), output: z.array(OpenSession) }),
  endSession: mutation({ input: OpenSession.pick({ id: true }).strict(), output: z.object({}) }),
  endOtherSessions: mutation({ input: z.strictObject({}), output: Renewed }),
};
