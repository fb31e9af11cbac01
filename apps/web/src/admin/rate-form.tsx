import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferInput } from "@trpc/tanstack-react-query";
import { type FormEvent, useState } from "react";
import { useExplainRateRefusal } from "#admin/explain-rate-refusal.ts";
import { currencyOf, momentTyped } from "#admin/price-text.ts";
import { unitCostText, unitCostTyped } from "#admin/rate-text.ts";
import { ENDINGS, type Rate, type RateBook, useEndingNames } from "#admin/rate-texts.ts";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";
import { CURRENCIES, type Currency } from "#core/visitor.ts";

type Draft = Omit<inferInput<Api["pricing"]["rates"]["add"]>, "version">;

function useAdd(done: () => void) {
  const { rates } = useApi().pricing;
  const queryClient = useQueryClient();
  const showToast = useToast();
  return useMutation(
    rates.add.mutationOptions({
      onSuccess: () => {
        done();
        showToast({ message: <Trans>The rate is saved. The catalogue follows by itself.</Trans> });
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: rates.list.queryKey() }),
    }),
  );
}

/** A new rate of a currency, shown first by what it makes of some prices. */
export function RateForm({ book, inForce }: { book: RateBook; inForce: Rate | undefined }) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [wrong, setWrong] = useState(false);
  const explain = useExplainRateRefusal();
  const add = useAdd(() => setDraft(null));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const unitCost = unitCostTyped(typed("unitCost"));
    setWrong(unitCost === null);
    setDraft(
      unitCost === null
        ? null
        : {
            currency: book.currency,
            base: currencyOf(typed("base")),
            unitCost,
            ending: ENDINGS.find((ending) => ending === typed("ending")) ?? "exact",
            holdDays: Number(typed("holdDays")),
            from: momentTyped(typed("from")),
          },
    );
  };
  return (
    <div className="grid gap-4">
      {add.error && <Alert>{explain(refusalOf(add.error))}</Alert>}
      {wrong && (
        <Alert>
          <Trans>Type the rate as a number such as 98.5.</Trans>
        </Alert>
      )}
      <form method="post" onSubmit={submit} className="grid gap-4">
        <Fields currency={book.currency} inForce={inForce} />
        <Button type="submit" tone="secondary" className="justify-self-start">
          <Trans>See what prices become</Trans>
        </Button>
      </form>
      {draft && (
        <Preview draft={draft} busy={add.isPending} onSave={() => add.mutate({ ...draft, version: book.version })} />
      )}
    </div>
  );
}

function Fields({ currency, inForce }: { currency: Currency; inForce: Rate | undefined }) {
  const endings = useEndingNames();
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <Field label={<Trans>Converted from</Trans>}>
        {(control) => (
          <Select {...control} name="base" defaultValue={inForce?.base}>
            {CURRENCIES.filter((base) => base !== currency).map((base) => (
              <option key={base}>{base}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={<Trans>One {currency} costs</Trans>} hint={<Trans>Units of the other currency</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            name="unitCost"
            required
            inputMode="decimal"
            autoComplete="off"
            defaultValue={inForce ? unitCostText(inForce.unitCost) : ""}
          />
        )}
      </Field>
      <Field label={<Trans>Prices end in</Trans>}>
        {(control) => (
          <Select {...control} name="ending" defaultValue={inForce?.ending ?? "exact"}>
            {ENDINGS.map((ending) => (
              <option key={ending} value={ending}>
                {endings[ending]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={<Trans>Days it holds</Trans>} hint={<Trans>Older, it sells nothing</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            name="holdDays"
            type="number"
            min={1}
            max={366}
            required
            defaultValue={inForce?.holdDays ?? 7}
          />
        )}
      </Field>
      <Field label={<Trans>Begins</Trans>} optional hint={<Trans>Moscow time; empty: now</Trans>}>
        {(control) => <TextInput {...control} name="from" type="datetime-local" />}
      </Field>
    </div>
  );
}

function Preview({ draft, busy, onSave }: { draft: Draft; busy: boolean; onSave: () => void }) {
  const locale = useLocale();
  const explain = useExplainRateRefusal();
  const { base, currency, unitCost, ending } = draft;
  const preview = useQuery(
    useApi().pricing.rates.preview.queryOptions({ base, currency, unitCost, ending }, { retry: false }),
  );
  if (preview.error) return <Alert>{explain(refusalOf(preview.error))}</Alert>;
  if (!preview.data)
    return (
      <p className="text-muted" role="status">
        <Trans>One moment…</Trans>
      </p>
    );
  return (
    <section className="grid gap-3 border-l-2 border-shelf pl-4" aria-live="polite">
      <h3 className="text-h3">
        <Trans>What prices become</Trans>
      </h3>
      {preview.data.length === 0 ? (
        <p className="text-muted">
          <Trans>
            No example was found: the first variants have a price of their own in {currency}, or none in {base}.
          </Trans>
        </p>
      ) : (
        <ul>
          {preview.data.map(({ variantId, sku, amount, converted }) => (
            <li key={variantId} className="flex flex-wrap gap-x-4 border-b border-line py-1 tabular-nums">
              <span className="min-w-40 break-all text-muted">{sku}</span>
              <span>
                {formatMoney(locale, { amount, currency: base })} →{" "}
                <strong>{converted ? formatMoney(locale, { amount: converted.amount, currency }) : "–"}</strong>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Button className="justify-self-start" busy={busy} onClick={onSave}>
        <Trans>Save the rate</Trans>
      </Button>
    </section>
  );
}
