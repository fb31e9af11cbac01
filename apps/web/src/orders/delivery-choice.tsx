import { Trans } from "@lingui/react/macro";
import { useLocale } from "#core/app.ts";
import { formatDays, formatMoney } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";
import { Radio } from "#core/ui/field.tsx";
import type { Quote } from "#orders/use-checkout.ts";

/** Ways of delivery with the days of arrival and the price. */
export function DeliveryChoice({ quote, onChoose }: { quote: Quote; onChoose: (code: string) => void }) {
  const locale = useLocale();
  const localized = useLocalized();
  return (
    <div className="grid gap-1">
      {quote.deliveryOptions.map(({ code, name, amount, from, to }) => (
        <Radio
          key={code}
          name="deliveryCode"
          value={code}
          checked={quote.delivery?.code === code}
          onChange={() => onChoose(code)}
          required
        >
          <span className="font-medium">{localized(name)}</span>
          <span className="block text-sm text-muted">
            {formatDays(locale, from, to)} ·{" "}
            {amount === 0 ? <Trans>free</Trans> : formatMoney(locale, { amount, currency: quote.totals.currency })}
          </span>
        </Radio>
      ))}
    </div>
  );
}
