import type { Transact } from "@vitrina/domain/core";
import { canonicalCode, type Circumstances, considerCodes } from "./promotion.ts";
import type { NewCode, NewPromotion, PromotionRepository, Redemption } from "./promotions.repository.ts";

const MOST_USED = 50;

interface Dependencies {
  promotions: Pick<PromotionRepository, "findCodes" | "listForGroup" | "listUsed">;
  transact: Transact<{ promotions: PromotionRepository }>;
}

interface Question extends Circumstances {
  codes: readonly string[];
  customerKey: string | null;
}

export function createPromotionsService({ promotions, transact }: Dependencies) {
  return {
    /** What each code gives, or why not; takes nothing. */
    evaluate: async ({ codes, customerKey, ...circumstances }: Question) =>
      considerCodes(
        await promotions.findCodes(codes.map(canonicalCode), { key: customerKey, now: circumstances.now }),
        circumstances,
      ),

    listForGroup: promotions.listForGroup,

    /** The codes a customer has used, for staff. */
    listUsed: (customerKey: string) => promotions.listUsed(customerKey, MOST_USED),

    /** PRM-04. @throws CodeRefused */
    redeem: (redemption: Redemption) => transact(({ promotions }) => promotions.redeem(redemption)),
    giveBack: (orderId: string) => transact(({ promotions }) => promotions.giveBack(orderId)),

    addPromotion: (promotion: NewPromotion) => transact(({ promotions }) => promotions.addPromotion(promotion)),
    /** PRM-03. @throws CodeTaken */
    addCode: (code: NewCode) =>
      transact(({ promotions }) => promotions.addCode({ ...code, code: canonicalCode(code.code) })),
  };
}
export type PromotionsService = ReturnType<typeof createPromotionsService>;
