import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import clsx from "clsx";
import type { KeyboardEvent } from "react";
import { amountText, amountTyped } from "#admin/price-text.ts";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";
import { CURRENCIES, type Currency } from "#core/visitor.ts";

export type PricedVariant = inferOutput<Api["pricing"]["prices"]["list"]>["variants"][number];
/** What was typed and not saved, by variant and currency. */
export type PriceDrafts = Readonly<Record<string, string>>;
export const draftKey = (variantId: string, currency: Currency) => `${variantId} ${currency}`;

interface GridProps {
  variants: readonly PricedVariant[];
  drafts: PriceDrafts;
  editable: boolean;
  onType: (key: string, text: string) => void;
}

/** Up, Down and Enter walk along a column; the page takes care of the rest. */
function walk(event: KeyboardEvent<HTMLInputElement>) {
  const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
  if (!step || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const column = event.currentTarget.dataset["column"] ?? "";
  const cells = [
    ...(event.currentTarget.closest("table")?.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`) ??
      []),
  ];
  const next = cells[cells.indexOf(event.currentTarget) + step];
  next?.focus();
}

/** Prices of variants by currency, to be typed over. On narrow screens each variant stands above its prices. */
export function PriceGrid({ variants, drafts, editable, onType }: GridProps) {
  const { t } = useLingui();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t`Prices`}>
      <table className="w-full border-collapse text-left">
        <thead className="border-b border-edge text-muted max-sm:sr-only">
          <tr>
            <th className="py-2 pr-4 font-normal">
              <Trans>Variant</Trans>
            </th>
            {CURRENCIES.map((currency) => (
              <th key={currency} className="py-2 pr-2 font-normal">
                {currency}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {variants.map((variant) => (
            <Row key={variant.variantId} variant={variant} drafts={drafts} editable={editable} onType={onType} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ variant, drafts, editable, onType }: Omit<GridProps, "variants"> & { variant: PricedVariant }) {
  const localized = useLocalized();
  const options = variant.optionNames.map(({ value }) => localized(value)).join(", ");
  return (
    <tr className="border-b border-line align-top max-sm:grid max-sm:grid-cols-3 max-sm:gap-x-2 max-sm:py-2">
      <th scope="row" className="py-2 pr-4 text-left font-normal max-sm:col-span-3">
        <Link
          to="/admin/prices/$variantId"
          params={{ variantId: variant.variantId }}
          className="inline-flex min-h-11 items-center font-medium text-spruce underline"
        >
          {localized(variant.name)}
          {options && ` · ${options}`}
        </Link>
        <p className="break-all text-muted">
          {variant.sku}
          {variant.planned > 0 && (
            <>
              {" · "}
              <Plural value={variant.planned} one="# change planned" other="# changes planned" />
            </>
          )}
        </p>
      </th>
      {CURRENCIES.map((currency) => (
        <Cell
          key={currency}
          {...{ variant, currency, editable, onType }}
          draft={drafts[draftKey(variant.variantId, currency)]}
        />
      ))}
    </tr>
  );
}

interface CellProps extends Pick<GridProps, "editable" | "onType"> {
  variant: PricedVariant;
  currency: Currency;
  draft: string | undefined;
}

function Cell({ variant, currency, draft, editable, onType }: CellProps) {
  const { t } = useLingui();
  const locale = useLocale();
  const price = variant.prices.find((each) => each.currency === currency);
  const text = draft ?? amountText(price?.converted ? null : (price?.amount ?? null));
  const wrong = amountTyped(text) === undefined;
  const { sku } = variant;
  return (
    <td className="py-2 pr-2">
      <span className="text-xs text-muted sm:hidden">{currency}</span>
      {editable ? (
        <input
          className={clsx(
            "min-h-11 w-full min-w-24 rounded-input border bg-card px-2 text-right tabular-nums",
            wrong ? "border-rowan" : draft === undefined ? "border-line" : "border-spruce font-semibold",
          )}
          inputMode="decimal"
          autoComplete="off"
          aria-label={t`Price of ${sku} in ${currency}`}
          aria-invalid={wrong || undefined}
          data-column={currency}
          placeholder={price?.converted ? amountText(price.amount) : "–"}
          value={text}
          onChange={(event) => onType(draftKey(variant.variantId, currency), event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={walk}
        />
      ) : (
        <span className="tabular-nums">{price ? formatMoney(locale, price) : "–"}</span>
      )}
      {price?.converted && (
        <span className="block text-right text-xs text-muted">
          <Trans>converted</Trans>
        </span>
      )}
      {price?.compareAt != null && (
        <s className="block text-right text-xs text-muted">
          <span className="sr-only">
            <Trans>old price</Trans>{" "}
          </span>
          {formatMoney(locale, { amount: price.compareAt, currency })}
        </s>
      )}
    </td>
  );
}
