import type { Prices } from "./demo.ts";

/** Roubles to one unit: rounded rates of our own, so that the demo does not depend on the day. */
const RATES = { EUR: 95, USD: 88 } as const;

const nearest = (amount: number, step: number) => {
  const rest = amount % step;
  return rest * 2 < step ? amount - rest : amount - rest + step;
};

/** Small prices end in .90, larger ones are whole and end in 9. */
function pretty(roubles: number, rate: number): number {
  const units = (nearest(roubles, rate) / rate) | 0;
  if (units < 60) return Math.max(2, units) * 100 - 10;
  return (nearest(units, 10) - 1) * 100;
}

/** Minor units in every currency from a price in roubles. */
export const pricesOf = (roubles: number): Prices => ({
  RUB: roubles * 100,
  EUR: pretty(roubles, RATES.EUR),
  USD: pretty(roubles, RATES.USD),
});
