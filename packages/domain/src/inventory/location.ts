import { Id, Version } from "@vitrina/domain/core";
import * as z from "zod";

export const LocationCode = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const Name = z.string().trim().min(1).max(80);

/** A place that goods lie in (INV-01). */
export const StockLocation = z.object({
  id: Id,
  code: LocationCode,
  name: z.strictObject({ ru: Name, en: Name }),
  /** The lower, the earlier goods are taken from here. */
  priority: z.int().min(0).max(1000),
  /** ISO codes of the countries served first; none is every country. */
  countries: z
    .array(
      z
        .string()
        .max(2)
        .regex(/^[A-Z]{2}$/),
    )
    .max(50)
    .transform((countries) => [...new Set(countries)].toSorted()),
  /** Nothing new is sold from a closed place; what was promised from it before still leaves. */
  closed: z.boolean(),
  version: Version,
});
export type StockLocation = z.infer<typeof StockLocation>;

export const LocationDraft = StockLocation.omit({ id: true, version: true }).strict();
export type LocationDraft = z.infer<typeof LocationDraft>;

/** Most places at once. */
export const MAX_LOCATIONS = 50;
