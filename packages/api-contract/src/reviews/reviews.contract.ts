import { Id } from "@vitrina/domain/core";
import { Rating, RatingSummary, Review, ReviewDraft } from "@vitrina/domain/reviews";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

export const reviewsContract = {
  list: query({
    input: z.strictObject({
      productId: Id,
      rating: Rating.optional(),
      sort: z.enum(["newest", "best", "worst"]).default("newest"),
      ...pageInput,
    }),
    output: z.object({ reviews: z.array(Review).max(20), nextCursor: z.string().nullable() }),
  }),
  summary: query({ input: z.strictObject({ productId: Id }), output: RatingSummary }),
  /** Whether the signed-in shopper may review: bought and delivered, not yet reviewed. */
  mayWrite: query({
    input: z.strictObject({ productId: Id }),
    output: z.object({ allowed: z.boolean(), reason: z.enum(["not-purchased", "already-reviewed"]).nullable() }),
  }),
  admin: {
    /** What a customer has written, the latest first. */
    listBy: query({
      input: z.strictObject({ userId: Id }),
      output: z.object({ reviews: z.array(Review).max(20) }),
    }),
  },
  write: mutation({ input: ReviewDraft, output: Review }),
};
