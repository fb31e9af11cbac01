import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useExplainRateRefusal } from "#admin/explain-rate-refusal.ts";
import { EndButton, isOver, isPlanned, PeriodMark, When } from "#admin/period.tsx";
import { RateForm } from "#admin/rate-form.tsx";
import { unitCostShown } from "#admin/rate-text.ts";
import { type Rate, type RateBook, useEndingNames } from "#admin/rate-texts.ts";
import { useApi, useLocale } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Alert } from "#core/ui/states.tsx";

/** All of one currency: whether it is converted, its rates, and the form for the next one. */
export function RateBookSection({ book, now, editable }: { book: RateBook; now: number; editable: boolean }) {
  const { currency, rates, converted, filling, stale } = book;
  const inForce = rates.find((rate) => !isPlanned(rate, now) && !isOver(rate, now));
  return (
    <section className="grid gap-3" aria-labelledby={`rates-${currency}`}>
      <h2 id={`rates-${currency}`} className="text-h2">
        {currency}
      </h2>
      {stale && (
        <Alert>
          <Trans>
            This rate is older than it holds: nothing new is converted, and what is converted is not sold. Set a new
            one.
          </Trans>
        </Alert>
      )}
      <p className="text-muted" role="status">
        {rates.length === 0 ? (
          <Trans>No rate: only prices that were set are sold in this currency.</Trans>
        ) : (
          <Plural value={converted} one="# price is converted." other="# prices are converted." />
        )}{" "}
        {filling && <Trans>The catalogue is being gone through.</Trans>}
      </p>
      {rates.length > 0 && <Rates book={book} now={now} editable={editable} />}
      {editable && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-spruce underline">
            <Trans>New rate for {currency}</Trans>
          </summary>
          <div className="border-l-2 border-shelf py-2 pl-4">
            <RateForm book={book} inForce={inForce} />
          </div>
        </details>
      )}
    </section>
  );
}

function Rates({ book, now, editable }: { book: RateBook; now: number; editable: boolean }) {
  const { rates } = useApi().pricing;
  const queryClient = useQueryClient();
  const explain = useExplainRateRefusal();
  const end = useMutation(
    rates.end.mutationOptions({ onSettled: () => queryClient.invalidateQueries({ queryKey: rates.list.queryKey() }) }),
  );
  const { currency, version } = book;
  return (
    <>
      {end.error && <Alert>{explain(refusalOf(end.error))}</Alert>}
      <ul className="grid">
        {book.rates.map((rate) => (
          <li key={rate.id} className="flex min-h-11 flex-wrap items-center gap-x-4 border-b border-line py-1">
            <RateFacts rate={rate} />
            <PeriodMark period={rate} now={now} />
            {editable && (
              <EndButton
                period={rate}
                now={now}
                busy={end.isPending && end.variables.id === rate.id}
                onEnd={() => end.mutate({ id: rate.id, currency, version })}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function RateFacts({ rate }: { rate: Rate }) {
  const { base, currency, unitCost, ending, holdDays } = rate;
  const locale = useLocale();
  const endings = useEndingNames();
  return (
    <>
      <span className="font-semibold tabular-nums">{`1 ${currency} = ${unitCostShown(locale, unitCost)} ${base}`}</span>
      <span className="text-muted">
        <When period={rate} /> · <Plural value={holdDays} one="holds # day" other="holds # days" /> · {endings[ending]}
      </span>
    </>
  );
}
