import { Trans } from "@lingui/react/macro";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { ReactNode } from "react";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";

type TotalsView = inferOutput<Api["cart"]["view"]>["totals"];

/** How the total comes about; `delivery` null means that it is not chosen yet. */
export function Totals({ totals }: { totals: TotalsView }) {
  const locale = useLocale();
  const money = (amount: number) => formatMoney(locale, { amount, currency: totals.currency });
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 tabular-nums">
      <Row name={<Trans>Goods</Trans>}>{money(totals.items)}</Row>
      {totals.discount > 0 && <Row name={<Trans>Discount</Trans>}>−{money(totals.discount)}</Row>}
      <Row name={<Trans>Delivery</Trans>}>
        {totals.delivery === null ? (
          <Trans>at checkout</Trans>
        ) : totals.delivery === 0 ? (
          <Trans>free</Trans>
        ) : (
          money(totals.delivery)
        )}
      </Row>
      {totals.tax > 0 && (
        <Row name={totals.taxIncluded ? <Trans>Tax included</Trans> : <Trans>Tax</Trans>} quiet>
          {money(totals.tax)}
        </Row>
      )}
      <Row name={<Trans>Total</Trans>} strong>
        {money(totals.total)}
      </Row>
    </dl>
  );
}

function Row({
  name,
  children,
  strong = false,
  quiet = false,
}: {
  name: ReactNode;
  children: ReactNode;
  strong?: boolean;
  quiet?: boolean;
}) {
  const look = strong ? "text-lead font-semibold border-t border-line pt-2" : quiet ? "text-sm text-muted" : "";
  return (
    <>
      <dt className={look}>{name}</dt>
      <dd className={`text-right ${look}`}>{children}</dd>
    </>
  );
}
