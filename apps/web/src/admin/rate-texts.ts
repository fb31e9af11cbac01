import { useLingui } from "@lingui/react/macro";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";

export type RateBook = inferOutput<Api["pricing"]["rates"]["list"]>[number];
export type Rate = RateBook["rates"][number];

/** How converted prices may end, in the order they are offered. */
export const ENDINGS = ["exact", "whole", "ninety-nine", "nine-ninety"] as const;

/** What endings are called. */
export function useEndingNames(): Record<Rate["ending"], string> {
  const { t } = useLingui();
  return {
    exact: t`as it comes: 10.15`,
    whole: t`up to a whole unit: 11`,
    "ninety-nine": t`up to ….99: 10.99`,
    "nine-ninety": t`up to …9.90: 19.90`,
  };
}
