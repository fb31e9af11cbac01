import { useLingui } from "@lingui/react/macro";
import type { DatedPrice } from "#admin/price-timeline.tsx";

const DAY = 86_400_000;
const [WIDTH, HEIGHT] = [720, 120];

/** A price over the last 90 days and the planned 30: a step line; the table below says the same in words. */
export function PriceChart({ prices, now }: { prices: readonly DatedPrice[]; now: number }) {
  const { t } = useLingui();
  const [first, last] = [now - 90 * DAY, now + 30 * DAY];
  const x = (time: number) => ((Math.min(last, Math.max(first, time)) - first) / (last - first)) * WIDTH;
  const steps = prices
    .map(({ amount, from, until }) => ({
      amount,
      from: from === null ? first : Date.parse(from),
      until: until === null ? last : Date.parse(until),
    }))
    .filter(({ from, until }) => from < last && until > first)
    .toSorted((a, b) => a.from - b.from);
  if (steps.length < 2) return null;
  const highest = Math.max(...steps.map(({ amount }) => amount));
  const lowest = Math.min(...steps.map(({ amount }) => amount));
  const y = (amount: number) => 10 + ((highest - amount) / Math.max(1, highest - lowest)) * (HEIGHT - 20);
  const path = steps.map(({ amount, from, until }) => `M${x(from)} ${y(amount)}H${x(until)}`).join("");
  return (
    <svg
      role="img"
      aria-label={t`The price over 90 days and the next 30`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="w-full max-w-[45rem]"
    >
      <path d={`M${x(now)} 0V${HEIGHT}`} className="stroke-edge" strokeDasharray="4 4" />
      <path d={path} className="fill-none stroke-spruce" strokeWidth="3" />
    </svg>
  );
}
