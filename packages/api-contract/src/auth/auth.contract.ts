import { accountsContract } from "#auth/accounts.contract.ts";
import { Credentials, Registration, SignedIn } from "@vitrina/domain/auth";
import * as z from "zod";
import { mailboxContract } from "#auth/mailbox.contract.ts";
import { mutation } from "#core/endpoint.ts";

/** Programs send the refresh token here; browsers send nothing, their cookie speaks. */
const RefreshInput = z.strictObject({ refreshToken: z.string().length(43).optional() });

export const authContract = {
  accounts: accountsContract,
  ...mailboxContract,

  /**
   * Makes an account. The answer is the same when the address has one already (ADR 0008): sign in next, with the same
   * address and password.
   */
  signUp: mutation({ input: Registration, output: z.object({}) }),
  signIn: mutation({ input: Credentials, output: SignedIn }),
  refresh: mutation({ input: RefreshInput, output: SignedIn }),
  signOut: mutation({ input: RefreshInput, output: z.object({}) }),
};
