import { type Clock, Currency, type Transact } from "@vitrina/domain/core";
import { type ConvertedPrice, planConversion, type PlannedRate } from "./conversion-plan.ts";
import type { ConversionRepository, StandingPrice } from "./conversion.repository.ts";
import { isStale } from "./rate.ts";

interface Scope {
  conversions: ConversionRepository;
}
interface Dependencies {
  conversions: Pick<ConversionRepository, "rates">;
  transact: Transact<Scope>;
  clock: Clock;
}

const isConverted = (price: StandingPrice): price is StandingPrice & ConvertedPrice => price.rateId !== null;

/** Keeps converted prices what rates and base prices make of them (PRC-06). */
export function createConversionService({ conversions, transact, clock }: Dependencies) {
  return {
    /**
     * Converts the prices of variants that wait for it; when none does, asks the next of the catalogue for a currency with
     * another rate. Any number may run at once. Returns how many it looked at, at most `limit`.
     */
    convertNext: (limit: number): Promise<number> =>
      transact(async ({ conversions }) => {
        const { taken, variantIds } = await conversions.takeDue(limit);
        if (taken === 0) return conversions.markNext(limit);
        if (variantIds.length === 0) return 0;
        const now = clock();
        const rates = await conversions.rates(now);
        await conversions.write(editsOf(await conversions.prices(variantIds, now), rates, now));
        return taken;
      }),

    /** Rates that are older than they hold. */
    async stale(): Promise<PlannedRate[]> {
      const now = clock();
      return (await conversions.rates(now)).filter((rate) => rate.from <= now && isStale(rate, now));
    },
  };
}
export type ConversionService = ReturnType<typeof createConversionService>;

function editsOf(prices: readonly StandingPrice[], rates: readonly PlannedRate[], now: Date) {
  const variants = Map.groupBy(prices, ({ variantId }) => variantId);
  const edits = [...variants].flatMap(([variantId, own]) => {
    const explicit = Object.groupBy(
      own.filter((price) => !isConverted(price)),
      ({ currency }) => currency,
    );
    return Currency.options.map((currency) => {
      const converted = own.filter(isConverted).filter((price) => price.currency === currency);
      const ownRates = rates.filter((rate) => rate.currency === currency);
      return { variantId, currency, ...planConversion({ now, currency, rates: ownRates, explicit, converted }) };
    });
  });
  return edits.filter(({ removed, moved, added }) => removed.length + moved.length + added.length > 0);
}
