import type { EnteredCode, PromotionTerms } from "@vitrina/domain/promotions";

type Period = NonNullable<PromotionTerms["memberships"]>[number];

/** PromotionTerms as functions of the database write them: JSON has instants as text. */
interface WrittenTerms extends Omit<PromotionTerms, "startsAt" | "endsAt" | "memberships"> {
  startsAt: string | null;
  endsAt: string | null;
  memberships: WrittenPeriods | null;
}
/** What the function `promotions.memberships` answers. */
export type WrittenPeriods = { from: string; until: string | null }[];

/** The codes of a cart as `cart.standing` tells of them. */
export type WrittenCode = Omit<EnteredCode, "terms"> & { terms: WrittenTerms | null };

export const readCodes = (codes: readonly WrittenCode[]): EnteredCode[] =>
  codes.map(({ code, terms }) => ({
    code,
    terms: terms && {
      ...terms,
      startsAt: toDate(terms.startsAt),
      endsAt: toDate(terms.endsAt),
      memberships: terms.memberships && readPeriods(terms.memberships),
    },
  }));

export const readPeriods = (periods: WrittenPeriods): Period[] =>
  periods.map(({ from, until }) => ({ from: new Date(from), until: toDate(until) }));

const toDate = (text: string | null) => (text === null ? null : new Date(text));
