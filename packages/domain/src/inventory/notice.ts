import { Id, Instant, LocalizedText } from "@vitrina/domain/core";
import * as z from "zod";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long a guest has to confirm their address, and how long a confirmed notice waits for goods; milliseconds. */
export const NOTICE_CONFIRMED_WITHIN = 24 * HOUR;
export const NOTICE_WAITS = 365 * DAY;

/** Notices that one address may have at once, confirmed or not. */
export const MOST_NOTICES = 50;
/** Notices shown of one person: those of an address they had before are among them. */
export const MOST_SHOWN_NOTICES = 200;

/** Every version of the words beside the button that was ever shown, the newest last. */
export const NoticeTextVersion = z.enum(["2026-11"]);
export type NoticeTextVersion = z.infer<typeof NoticeTextVersion>;

/** `asked`: a letter was sent to confirm the address, if there is anything to confirm. `waiting`: one letter comes. */
export const NoticeState = z.enum(["asked", "waiting"]);
export type NoticeState = z.infer<typeof NoticeState>;

/** A variant as notices name it. */
export const NoticedGoods = z.object({
  variantId: Id,
  slug: z.string(),
  sku: z.string(),
  name: LocalizedText,
  optionNames: z.array(z.object({ option: LocalizedText, value: LocalizedText })),
});
export type NoticedGoods = z.infer<typeof NoticedGoods>;

/** What a person waits for; the address is the one the letter goes to. */
export const Notice = NoticedGoods.extend({ id: Id, email: z.string(), askedAt: Instant });
export type Notice = z.infer<typeof Notice>;
