import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { CartLine } from "#cart/use-cart.ts";
import { useLocale } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { ListReason } from "#core/ui/list-reason.tsx";
import { Price, PromisedNote } from "#core/ui/goods.tsx";
import { Picture } from "#core/ui/picture.tsx";
import { Stepper } from "#core/ui/stepper.tsx";
import type { Currency } from "#core/visitor.ts";

interface CartLineRowProps {
  line: CartLine;
  currency: Currency;
  busy: boolean;
  onQuantity: (quantity: number) => void;
  onRemove: () => void;
}

export function CartLineRow({ line, currency, busy, onQuantity, onRemove }: CartLineRowProps) {
  const { t } = useLingui();
  const localized = useLocalized();
  const name = localized(line.name);
  const options = line.optionNames.map(({ value }) => localized(value)).join(", ");
  return (
    <li className="grid grid-cols-[72px_1fr] gap-x-4 gap-y-2 border-b border-line py-4">
      <Picture picture={line.picture} decorative sizes="72px" />
      <div className="grid gap-2">
        <div className="flex flex-wrap justify-between gap-x-4">
          <Link
            to="/p/$slug"
            params={{ slug: line.slug }}
            search={{ v: line.sku }}
            className="font-medium hover:underline"
          >
            {name}
            {options && <span className="block text-sm font-normal text-muted">{options}</span>}
          </Link>
          {line.unitAmount !== null && (
            <Price
              className="tabular-nums"
              price={{ amount: line.unitAmount * line.quantity, currency }}
              oldPrice={line.compareAt === null ? null : { amount: line.compareAt * line.quantity, currency }}
            />
          )}
        </div>
        <ListReason list={line.list} />
        {line.backOrder && <PromisedNote {...line.backOrder} />}
        <Warnings line={line} currency={currency} />
        <div className="flex flex-wrap items-center gap-2">
          <Stepper
            label={t`Quantity of ${name}`}
            value={line.quantity}
            max={999}
            disabled={busy}
            onChange={onQuantity}
          />
          <Button tone="quiet" size="dense" className="min-h-11" disabled={busy} onClick={onRemove}>
            <Trans>Remove</Trans>
            <span className="sr-only">{name}</span>
          </Button>
        </div>
      </div>
    </li>
  );
}

function Warnings({ line, currency }: { line: CartLine; currency: Currency }) {
  const locale = useLocale();
  const money = (amount: number) => formatMoney(locale, { amount, currency });
  return line.warnings.map((warning) => (
    <p key={warning.kind} className="text-sm text-rowan">
      {warning.kind === "not-sellable" && <Trans>This is not for sale any more. Please remove it.</Trans>}
      {warning.kind === "out-of-stock" && warning.left === 0 && <Trans>Sold out in the meantime.</Trans>}
      {warning.kind === "out-of-stock" && warning.left > 0 && (
        <Trans>Only {warning.left} left: lower the quantity.</Trans>
      )}
      {warning.kind === "rate-stale" && (
        <Trans>Its price in {currency} is being renewed: please come back later or pay in another currency.</Trans>
      )}
      {warning.kind === "price-changed" && (
        <Trans>
          The price has changed from {money(warning.from)} to {money(warning.to)}.
        </Trans>
      )}
    </p>
  ));
}
