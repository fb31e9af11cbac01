import * as z from "zod";

/** Changes show in lists within two seconds; longer than this many is an alarm (SRCH-07). */
export const ALARM_AFTER = 30;
/** Waiting products are counted up to so many. */
export const MOST_WAITING_COUNTED = 1_000;

/** How far lists are behind the shop. */
export const ListingLag = z.object({
  /** How long the oldest change waits. */
  seconds: z.int(),
  products: z.int().max(MOST_WAITING_COUNTED),
  /** Whether that is longer than it ever should be. */
  late: z.boolean(),
});
export type ListingLag = z.infer<typeof ListingLag>;
