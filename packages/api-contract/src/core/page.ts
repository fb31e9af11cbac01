import * as z from "zod";

/** Where a list goes on. `direction` comes with the query library's infinite lists; lists here only go forward. */
export const pageInput = { cursor: z.string().max(200).optional(), direction: z.literal("forward").optional() };
