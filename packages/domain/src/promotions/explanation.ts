import * as z from "zod";
import { Amount, Currency, Instant, LocalizedText } from "@vitrina/domain/core";

export const PromotionCode = z.string().trim().min(3).max(40);

/** Why a considered promotion gives nothing, with what the shopper needs to know (PRM-06, PRM-10). */
export const Obstacle = z.discriminatedUnion("reason", [
  z.object({ reason: z.literal("unknown") }),
  z.object({ reason: z.literal("not-yet"), startsAt: Instant }),
  z.object({ reason: z.literal("ended"), endedAt: Instant }),
  z.object({ reason: z.literal("paused") }),
  z.object({ reason: z.literal("minimum"), missing: Amount, currency: Currency }),
  z.object({ reason: z.literal("used-up") }),
  z.object({ reason: z.literal("used-by-you") }),
  /** It is for a group that the customer is not in at this moment, or for which they must sign in. */
  z.object({ reason: z.literal("not-for-you") }),
  z.object({ reason: z.literal("beaten"), by: z.string() }),
]);
export type Obstacle = z.infer<typeof Obstacle>;

/** One considered promotion: what it gives, or why not. */
export const Consideration = z.object({
  code: z.string(),
  name: LocalizedText.nullable(),
  amount: Amount,
  obstacle: Obstacle.nullable(),
});
export type Consideration = z.infer<typeof Consideration>;
