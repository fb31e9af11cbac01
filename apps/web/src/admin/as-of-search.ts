import { momentTyped } from "#admin/price-text.ts";
import { CURRENCIES, type Currency } from "#core/visitor.ts";

/** What the address asks for; `at` as a datetime-local field has it, in Moscow. */
export interface AsOfSearch {
  at?: string;
  currency: Currency;
  category?: string;
  slug?: string;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const slugOf = (value: unknown) =>
  typeof value === "string" && value.length <= 200 && SLUG.test(value) ? value : undefined;

export function asOfSearch(raw: Record<string, unknown>): AsOfSearch {
  const at = typeof raw["at"] === "string" && momentTyped(raw["at"]) !== null ? raw["at"] : undefined;
  const [category, slug] = [slugOf(raw["category"]), slugOf(raw["slug"])];
  return {
    currency: CURRENCIES.find((each) => each === raw["currency"]) ?? "RUB",
    ...(at !== undefined && { at }),
    ...(category !== undefined && { category }),
    ...(slug !== undefined && { slug }),
  };
}

/** The moment for the API. */
export const momentOf = ({ at }: { at: string }): string => momentTyped(at) ?? "";
