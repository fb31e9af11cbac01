import * as z from "zod";

/** What waits for somebody's hands is counted up to so many. */
export const MOST_COUNTED = 100;

/** How many things wait; as many as are counted stand for more. */
export const WaitingCount = z.int().min(0).max(MOST_COUNTED);
