import { ConsentChange, ConsentState, ConsentSubject } from "@vitrina/domain/users";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

/** Out of a letter; whatever else is sent stops nothing. */
const UnsubscribeToken = z.string().min(1).max(200);
const byLink = z.strictObject({ token: UnsubscribeToken });

/** What a person allows the shop to write for (USER-08): nothing until they say so. */
export const consentsContract = {
  /** Every purpose and channel with what holds, and since when. */
  list: query({ input: z.void(), output: z.array(ConsentState) }),
  change: mutation({ input: ConsentChange, output: z.array(ConsentState) }),
  /** What an unsubscribe link stops, for whoever holds it; the address is masked. */
  lookAtUnsubscribe: query({
    input: byLink,
    output: ConsentSubject.extend({ granted: z.boolean(), email: z.string() }),
  }),
  /** Without signing in. Mail programs use POST /unsubscribe/{token} instead (RFC 8058). */
  unsubscribe: mutation({ input: byLink, output: z.object({}) }),
};
