import { LinkPurpose, LinkToken, Password } from "@vitrina/domain/auth";
import { Email } from "@vitrina/domain/users";
import * as z from "zod";
import { mutation } from "#core/endpoint.ts";

const done = z.object({});
const byLink = z.strictObject({ token: LinkToken });

/** What goes by way of a person's mailbox. Tokens come out of letters and travel in bodies, never in addresses. */
export const mailboxContract = {
  /** What a link is for and whose address it is about; writes nothing. `yours`: the caller's session is its account's. */
  lookAtLink: mutation({ input: byLink, output: z.object({ purpose: LinkPurpose, email: Email, yours: z.boolean() }) }),
  /** Confirms the address, in a session of its account. */
  verifyEmail: mutation({ input: byLink, output: done }),
  /** At most 5 letters a day. */
  resendVerification: mutation({ input: z.strictObject({}), output: done }),
  /** Answers alike for every address; at most 3 letters an hour. */
  askReset: mutation({ input: z.strictObject({ email: Email }), output: done }),
  /** Sets a new password by a link; ends every session and signs nobody in. */
  resetPassword: mutation({ input: byLink.extend({ password: Password }), output: done }),
  /** Answers alike for a free and a taken address; sign-in stays with the old one until the new one confirms. */
  changeEmail: mutation({ input: z.strictObject({ email: Email }), output: done }),
  confirmEmail: mutation({ input: byLink, output: done }),
  /** Takes the old address back, within 7 days and without a session. */
  undoEmailChange: mutation({ input: byLink, output: done }),
};
