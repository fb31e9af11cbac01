import { Id, Instant } from "@vitrina/domain/core";
import * as z from "zod";

/** What the shop may write to a person for beyond their orders and the safety of their account. */
export const ConsentPurpose = z.enum(["newsletter", "recommendations", "review-requests"]);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

/** By what means. */
export const ConsentChannel = z.enum(["email"]);
export type ConsentChannel = z.infer<typeof ConsentChannel>;

/**
 * Every version of the words beside the boxes that was ever shown, the newest last: whoever changes the words in the web
 * adds a version here.
 */
export const ConsentTextVersion = z.enum(["2026-11"]);
export type ConsentTextVersion = z.infer<typeof ConsentTextVersion>;
export const CURRENT_CONSENT_TEXT: ConsentTextVersion = "2026-11";

/** Where a person said so. */
export const ConsentSource = z.enum(["sign-up", "account", "checkout", "unsubscribe-link", "staff"]);
export type ConsentSource = z.infer<typeof ConsentSource>;

export const ConsentSubject = z.strictObject({ purpose: ConsentPurpose, channel: ConsentChannel });
export type ConsentSubject = z.infer<typeof ConsentSubject>;

/** What a person says about one purpose and channel; `textVersion` is that of the words they saw (GDPR 7(1)). */
export const ConsentChange = ConsentSubject.extend({ granted: z.boolean(), textVersion: ConsentTextVersion }).strict();
export type ConsentChange = z.infer<typeof ConsentChange>;

/** One of the rows that are added and never changed; the latest of a purpose and channel is what holds. */
export interface ConsentRecord extends ConsentChange {
  userId: string;
  source: ConsentSource;
  at: Date;
}

/** How a purpose and channel stand; null where nothing was ever said, which counts as no. */
export const ConsentState = ConsentSubject.extend({
  granted: z.boolean(),
  textVersion: ConsentTextVersion.nullable(),
  source: ConsentSource.nullable(),
  at: Instant.nullable(),
});
export type ConsentState = z.infer<typeof ConsentState>;

/** What an unsubscribe link is about. */
export const UnsubscribeTarget = ConsentSubject.extend({ userId: Id });
export type UnsubscribeTarget = z.infer<typeof UnsubscribeTarget>;

/** Whether there is anything new in what a person says: repeating it adds no row. */
export const isNews = (latest: ConsentRecord | undefined, { granted, textVersion }: ConsentChange): boolean => {
  if (!latest?.granted) return granted;
  return !granted || latest.textVersion !== textVersion;
};

/** Every purpose and channel with what holds. */
export const statesOf = (latest: readonly ConsentRecord[]): ConsentState[] =>
  ConsentPurpose.options.flatMap((purpose) =>
    ConsentChannel.options.map((channel) => {
      const record = latest.find((each) => each.purpose === purpose && each.channel === channel);
      if (!record) return { purpose, channel, granted: false, textVersion: null, source: null, at: null };
      const { granted, textVersion, source, at } = record;
      return { purpose, channel, granted, textVersion, source, at: at.toISOString() };
    }),
  );
