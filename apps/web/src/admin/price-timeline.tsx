import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useRef } from "react";
import { useExplainPriceRefusal } from "#admin/explain-price-refusal.ts";
import { isPlanned, PeriodMark, When } from "#admin/period.tsx";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Badge } from "#core/ui/marks.tsx";
import { Alert } from "#core/ui/states.tsx";

export type DatedPrice = inferOutput<Api["pricing"]["prices"]["timeline"]>["prices"][number];
type Shown = Omit<DatedPrice, "id"> & { id: string | null };

/** Prices of one currency, the latest first; those that have not begun can be taken back. */
export function PriceTimeline({
  prices,
  now,
  editable,
}: {
  prices: readonly DatedPrice[];
  now: number;
  editable: boolean;
}) {
  const { t } = useLingui();
  const api = useApi().pricing;
  const queryClient = useQueryClient();
  const explain = useExplainPriceRefusal();
  const box = useRef<HTMLDivElement>(null);
  const cancel = useMutation(
    api.prices.cancel.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.pathKey() }),
    }),
  );
  const takeBack = (id: string) => cancel.mutate({ id }, { onSuccess: () => box.current?.focus() });
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label={t`Prices over time`} className="grid gap-2">
      {cancel.error && <Alert>{explain(refusalOf(cancel.error))}</Alert>}
      <ul className="grid">
        {prices.map((price) => (
          <PriceRow key={price.id} price={price} now={now}>
            {editable && !price.converted && isPlanned(price, now) && (
              <Button
                tone="quiet"
                size="dense"
                className="ml-auto"
                busy={cancel.isPending && cancel.variables.id === price.id}
                onClick={() => takeBack(price.id)}
              >
                <Trans>Take back</Trans>
              </Button>
            )}
          </PriceRow>
        ))}
      </ul>
    </div>
  );
}

export function PriceRow({ price, now, children }: { price: Shown; now: number; children?: React.ReactNode }) {
  const locale = useLocale();
  const { amount, compareAt, currency } = price;
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 border-b border-line py-1">
      <span className="min-w-28 font-semibold tabular-nums">
        {formatMoney(locale, { amount, currency })}
        {compareAt !== null && (
          <s className="ml-2 font-normal text-muted">
            <span className="sr-only">
              <Trans>old price</Trans>{" "}
            </span>
            {formatMoney(locale, { amount: compareAt, currency })}
          </s>
        )}
      </span>
      <span className="text-muted">
        <When period={price} />
      </span>
      {price.converted && (
        <Badge tone="plain">
          <Trans>converted</Trans>
        </Badge>
      )}
      <PeriodMark period={price} now={now} planned={<Trans>planned</Trans>} />
      {children}
    </li>
  );
}
