import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { Currency, LocalizedText } from "@vitrina/domain/core";
import type { PromotionTerms } from "@vitrina/domain/promotions";

/** For comparing: an infinite one would be read as a number; the view `terms` gives null for it. */
type Bound = ColumnType<Date, Date | undefined, Date>;
type Minimums = PromotionTerms["minimums"];

export interface PromotionsTables extends PromotionsViews {
  "promotions.promotion": {
    id: string;
    name: JSONColumnType<LocalizedText>;
    kind: "percent-off-order";
    basisPoints: number;
    minimums: ColumnType<Minimums, string | undefined, string>;
    priority: Generated<number>;
    status: Generated<"active" | "paused">;
    startsAt: Bound;
    endsAt: Bound;
    version: Generated<number>;
    groupId: ColumnType<string | null, string | undefined, string | null>;
  };
  "promotions.code": {
    code: string;
    promotionId: string;
    used: Generated<number>;
    maxUses: number | null;
    perCustomer: number | null;
  };
  "promotions.redemption": {
    id: string;
    code: string;
    orderId: string;
    customerKey: string;
    slot: number | null;
    amount: number;
    currency: Currency;
    redeemedAt: Date;
  };
}

/** Published to the rooms above. */
export interface PromotionsViews {
  "promotions.terms": Omit<PromotionTerms, "usesByCustomer" | "memberships"> & {
    code: string;
    promotionId: string;
    groupId: string | null;
  };
  "promotions.customerUse": { code: string; customerKey: string; uses: number };
  /** The auditor: empty unless a counter is wrong. */
  "promotions.imbalance": { code: string; used: number; uses: number };
}
