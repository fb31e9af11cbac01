import { type Clock, cursorAt, NotFound, type Position, readPosition } from "@vitrina/domain/core";
import {
  AS_OF_PAGE,
  AS_OF_REACH,
  type AsOfListQuery,
  type AsOfProduct,
  type AsOfProductQuery,
  type AsOfPromotion,
  type AsOfRow,
  MomentOutOfRange,
} from "./as-of.ts";

/** Reads the tables of the rooms themselves, never what was made of them for shoppers. */
export interface AsOfReader {
  /** What is seen at that moment, the latest made first; null for an unknown category. One statement. */
  list(
    query: Omit<AsOfListQuery, "at"> & { at: Date; after: Position | null; limit: number },
  ): Promise<AsOfRow[] | null>;
  /** Promotions that can be used at that moment, at most `limit`. */
  promotions(at: Date, limit: number): Promise<AsOfPromotion[]>;
  find(query: Omit<AsOfProductQuery, "at"> & { at: Date }): Promise<AsOfProduct | null>;
}

const MOST_PROMOTIONS = 50;

/** The shop as it was or will be at a moment (PRC-09): read-only, for staff, kept nowhere. */
export function createAsOfService({ asOf, clock }: { asOf: AsOfReader; clock: Clock }) {
  /** @throws MomentOutOfRange */
  function momentOf(text: string): Date {
    const [at, now] = [new Date(text), clock().getTime()];
    const [from, until] = [new Date(now - AS_OF_REACH.back), new Date(now + AS_OF_REACH.ahead)];
    if (at < from || at > until) throw new MomentOutOfRange({ from: from.toISOString(), until: until.toISOString() });
    return at;
  }

  return {
    /** @throws MomentOutOfRange @throws NotFound for an unknown category @throws InvalidCursor */
    async list({ cursor, ...query }: AsOfListQuery & { cursor?: string | undefined }) {
      const at = momentOf(query.at);
      const after = readPosition(cursor);
      const [found, promotions] = await Promise.all([
        asOf.list({ ...query, at, after, limit: AS_OF_PAGE + 1 }),
        after ? [] : asOf.promotions(at, MOST_PROMOTIONS),
      ]);
      if (!found) throw new NotFound({ what: "category" });
      const rows = found.slice(0, AS_OF_PAGE);
      const last = found.length > rows.length ? rows.at(-1) : undefined;
      return {
        rows,
        promotions,
        nextCursor: last ? cursorAt({ at: new Date(last.createdAt), id: last.productId }) : null,
      };
    },

    /** @throws MomentOutOfRange @throws NotFound */
    async product(query: AsOfProductQuery): Promise<AsOfProduct> {
      const product = await asOf.find({ ...query, at: momentOf(query.at) });
      if (!product) throw new NotFound({ what: "product" });
      return product;
    },
  };
}
export type AsOfService = ReturnType<typeof createAsOfService>;
