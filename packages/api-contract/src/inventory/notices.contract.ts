import { Id, Locale } from "@vitrina/domain/core";
import { MOST_SHOWN_NOTICES, Notice, NoticedGoods, NoticeState, NoticeTextVersion } from "@vitrina/domain/inventory";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

/** Out of a letter; whatever else is sent confirms and ends nothing. */
const byLink = z.strictObject({ token: z.string().min(1).max(64) });

/** Being told once that something is back (INV-11). */
export const noticesContract = {
  /** `email` of a guest: they confirm it by a letter, and the answer is the same whether the address was known or not. */
  ask: mutation({
    input: z.strictObject({
      variantId: Id,
      email: z.string().max(254).optional(),
      locale: Locale,
      textVersion: NoticeTextVersion,
    }),
    output: z.object({ state: NoticeState }),
  }),
  /** What a confirmation's link is about; the address is masked. */
  look: query({ input: byLink, output: NoticedGoods.extend({ email: z.string(), state: NoticeState }) }),
  confirm: mutation({ input: byLink, output: z.object({}) }),
  /** What the link in a letter ends, the address masked; null for nothing. */
  lookAtStop: query({
    input: byLink,
    output: z.object({ notices: z.object({ email: z.string(), count: z.int() }).nullable() }),
  }),
  /** Ends all notices of the address, without signing in. Mail programs use POST /notice/stop/{token} instead (RFC 8058). */
  stop: mutation({ input: byLink, output: z.object({}) }),
  /** The caller's own, the newest first. */
  list: query({ input: z.void(), output: z.array(Notice).max(MOST_SHOWN_NOTICES) }),
  cancel: mutation({ input: z.strictObject({ id: Id }), output: z.object({}) }),
};
