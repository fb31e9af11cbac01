import type { StandingCart } from "@vitrina/domain/cart";

type Terms = NonNullable<StandingCart["codes"][number]["terms"]>;
type Dated<T> = Omit<T, "startsAt" | "endsAt"> & { startsAt: string | null; endsAt: string | null };

/** The answer of the function `cart.standing`: a StandingCart, but for instants, which JSON has as text. */
export type WrittenCart = Omit<StandingCart, "codes"> & { codes: { code: string; terms: Dated<Terms> | null }[] };

export const readStanding = (cart: WrittenCart): StandingCart => ({
  ...cart,
  codes: cart.codes.map(({ code, terms }) => ({
    code,
    terms: terms && { ...terms, startsAt: toDate(terms.startsAt), endsAt: toDate(terms.endsAt) },
  })),
});

const toDate = (text: string | null) => (text === null ? null : new Date(text));
