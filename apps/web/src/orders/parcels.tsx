import { Plural, Trans } from "@lingui/react/macro";
import { useLocale } from "#core/app.ts";
import { formatDate } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";
import { Checkbox } from "#core/ui/field.tsx";
import type { Checkout, Quote } from "#orders/use-checkout.ts";

/** What comes later and when, and from how many places; the shopper may want all of it in one parcel. */
export function Parcels({ quote, checkout }: { quote: Quote; checkout: Checkout }) {
  const { together, setTogether } = checkout;
  return (
    <div className="grid gap-2">
      <BackOrders quote={quote} />
      {quote.parcels > 1 && (
        <p>
          <Plural
            value={quote.parcels}
            one="It comes in # parcel."
            other="It comes in # parcels, from different places."
          />
        </p>
      )}
      {(quote.parcels > 1 || together) && (
        <Checkbox checked={together} onChange={({ currentTarget }) => setTogether(currentTarget.checked)}>
          <Trans>All in one parcel, or not at all</Trans>
        </Checkbox>
      )}
    </div>
  );
}

function BackOrders({ quote: { backOrders } }: { quote: Quote }) {
  const locale = useLocale();
  const localized = useLocalized();
  if (backOrders.length === 0) return null;
  return (
    <ul className="text-sm text-sky">
      {backOrders.map(({ variantId, name, optionNames, quantity, expectedOn }) => {
        const options = optionNames.map(({ value }) => localized(value)).join(", ");
        const what = options ? `${localized(name)} (${options})` : localized(name);
        const day = expectedOn === null ? null : formatDate(locale, expectedOn);
        return (
          <li key={variantId}>
            {day === null ? (
              <Trans>
                To order: {what} × {quantity}. Everything is sent once it is here.
              </Trans>
            ) : (
              <Trans>
                To order: {what} × {quantity}, expected on {day}. Everything is sent once it is here.
              </Trans>
            )}
          </li>
        );
      })}
    </ul>
  );
}
