import * as z from "zod";
import { Id, Instant, Locale } from "@vitrina/domain/core";

export const Rating = z.int().min(1).max(5);

export const ReviewDraft = z.strictObject({
  productId: Id,
  rating: Rating,
  title: z.string().trim().max(200).default(""),
  body: z.string().trim().min(20).max(5000),
});
export type ReviewDraft = z.infer<typeof ReviewDraft>;

export const Review = z.object({
  id: Id,
  /** Null for a former customer, who has been erased. */
  author: z.string().nullable(),
  rating: Rating,
  title: z.string(),
  body: z.string(),
  locale: Locale,
  /** Written by a buyer of a delivered order line. */
  verified: z.boolean(),
  createdAt: Instant,
});
export type Review = z.infer<typeof Review>;

/** REV-05: exact. `histogram[0]` counts one star, `histogram[4]` five; the mean is sum over count. */
export const RatingSummary = z.object({
  count: z.int(),
  mean: z.number().nullable(),
  histogram: z.array(z.int()).length(5),
});
export type RatingSummary = z.infer<typeof RatingSummary>;
