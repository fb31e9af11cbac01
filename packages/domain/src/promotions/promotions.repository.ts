import { type Currency, Id, Instant, type LocalizedText, Money } from "@vitrina/domain/core";
import * as z from "zod";
import type { Consideration } from "./explanation.ts";
import type { EnteredCode } from "./promotion.ts";

/** A percentage off the order, given to whoever enters one of its codes. */
export interface NewPromotion {
  id: string;
  name: LocalizedText;
  basisPoints: number;
  minimums?: Partial<Record<Currency, number>>;
  priority?: number;
  status?: "active" | "paused";
  startsAt?: Date;
  endsAt?: Date;
  /** Only for customers who are in this group at the moment. */
  groupId?: string;
}
export interface NewCode {
  promotionId: string;
  code: string;
  maxUses?: number;
  perCustomer?: number;
}

export interface Redemption {
  orderId: string;
  /** The user's id; for guests a keyed hash of the canonical e-mail. */
  customerKey: string;
  currency: Currency;
  /** What was granted; codes that give nothing are not taken. */
  granted: readonly Consideration[];
  now: Date;
}

/** A promotion by what it is called. */
export type NamedPromotion = Pick<NewPromotion, "id" | "name">;

/** A code taken for an order. */
export const UsedCode = z.object({ code: z.string(), orderId: Id, amount: Money, redeemedAt: Instant });
export type UsedCode = z.infer<typeof UsedCode>;

export interface PromotionRepository {
  /** The codes a customer has used, the latest first. */
  listUsed(customerKey: string, limit: number): Promise<UsedCode[]>;
  /** The codes in the order asked, as they stand at `now` for this customer; a null key is nobody known. */
  findCodes(codes: readonly string[], customer: { key: string | null; now: Date }): Promise<EnteredCode[]>;
  /** Promotions that are for this group, ended ones too. */
  listForGroup(groupId: string, limit: number): Promise<NamedPromotion[]>;
  /** Takes the codes within every limit, in one order. @throws CodeRefused; call inside a transaction, which it must end. */
  redeem(redemption: Redemption): Promise<void>;
  /** A cancelled order frees its codes; twice is once. */
  giveBack(orderId: string): Promise<void>;
  addPromotion(promotion: NewPromotion): Promise<void>;
  /** @throws CodeTaken */
  addCode(code: NewCode): Promise<void>;
}
