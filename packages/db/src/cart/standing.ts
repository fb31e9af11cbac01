import { readCodes, type WrittenCode } from "@vitrina/db/promotions";
import type { StandingCart } from "@vitrina/domain/cart";

/** The answer of the function `cart.standing`: a StandingCart, but for instants, which JSON has as text. */
export type WrittenCart = Omit<StandingCart, "codes"> & { codes: WrittenCode[] };

export const readStanding = (cart: WrittenCart): StandingCart => ({ ...cart, codes: readCodes(cart.codes) });
