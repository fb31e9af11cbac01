import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useExplainPriceRefusal } from "#admin/explain-price-refusal.ts";
import type { PricedVariant } from "#admin/price-grid.tsx";
import { amountTyped, currencyOf, momentTyped } from "#admin/price-text.ts";
import { PriceRow } from "#admin/price-timeline.tsx";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";
import { CURRENCIES, type Currency } from "#core/visitor.ts";

interface Change {
  variantId: string;
  currency: Currency;
  amount: number;
  compareAt: number | null;
  from: string;
  until: string | null;
}

function usePriceActs(done: () => void) {
  const { pricing } = useApi();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const options = {
    onSuccess: () => {
      done();
      showToast({ message: <Trans>The price is saved.</Trans> });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: pricing.pathKey() }),
  };
  return {
    set: useMutation(pricing.prices.set.mutationOptions(options)),
    schedule: useMutation(pricing.prices.schedule.mutationOptions(options)),
  };
}

/** Sets a price from now on, or plans one for later and shows first what becomes of the plan. */
export function PriceForm({ variant, now }: { variant: PricedVariant; now: number }) {
  const [planned, setPlanned] = useState<Change | null>(null);
  const [wrong, setWrong] = useState(false);
  const explain = useExplainPriceRefusal();
  const { set, schedule } = usePriceActs(() => setPlanned(null));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const currency = currencyOf(typed("currency"));
    const [amount, compareAt] = [amountTyped(typed("amount")), amountTyped(typed("compareAt"))];
    const [from, until] = [momentTyped(typed("from")), momentTyped(typed("until"))];
    const fits =
      amount != null &&
      compareAt !== undefined &&
      (compareAt === null || compareAt > amount) &&
      (from !== null || until === null);
    setWrong(!fits);
    setPlanned(null);
    if (!fits) return;
    const { variantId } = variant;
    const seenId = variant.prices.find((price) => price.currency === currency && !price.converted)?.id ?? null;
    if (from === null) set.mutate({ prices: [{ variantId, currency, amount, compareAt, seenId }] });
    else setPlanned({ variantId, currency, amount, compareAt, from, until });
  };
  const error = set.error ?? schedule.error;
  return (
    <div className="grid gap-4">
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      {wrong && (
        <Alert>
          <Trans>
            Check the fields: a price is needed, a former price must be above it, and an end needs a beginning.
          </Trans>
        </Alert>
      )}
      <form method="post" onSubmit={submit} className="grid gap-4">
        <Fields />
        <Button type="submit" tone="secondary" className="justify-self-start" busy={set.isPending}>
          <Trans>Set the price or see the plan</Trans>
        </Button>
      </form>
      {planned && (
        <Preview change={planned} now={now} busy={schedule.isPending} onSave={() => schedule.mutate(planned)} />
      )}
    </div>
  );
}

function Fields() {
  const money = { inputMode: "decimal", autoComplete: "off", className: "max-w-40" } as const;
  return (
    <div className="grid gap-4 sm:grid-cols-3 lg:grid-cols-5">
      <Field label={<Trans>Currency</Trans>}>
        {(control) => (
          <Select {...control} name="currency">
            {CURRENCIES.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={<Trans>Price</Trans>}>
        {(control) => <TextInput {...control} {...money} name="amount" required />}
      </Field>
      <Field label={<Trans>Former price</Trans>} optional hint={<Trans>Shown struck out</Trans>}>
        {(control) => <TextInput {...control} {...money} name="compareAt" />}
      </Field>
      <Field label={<Trans>Begins</Trans>} optional hint={<Trans>Moscow time; empty: now</Trans>}>
        {(control) => <TextInput {...control} name="from" type="datetime-local" />}
      </Field>
      <Field label={<Trans>Ends</Trans>} optional hint={<Trans>Then the former price returns</Trans>}>
        {(control) => <TextInput {...control} name="until" type="datetime-local" />}
      </Field>
    </div>
  );
}

function Preview({ change, now, busy, onSave }: { change: Change; now: number; busy: boolean; onSave: () => void }) {
  const explain = useExplainPriceRefusal();
  const preview = useQuery(useApi().pricing.prices.preview.queryOptions(change, { retry: false }));
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
        <Trans>What the plan will be</Trans>
      </h3>
      <ul>
        {preview.data.prices.map((price) => (
          <PriceRow key={price.from} price={price} now={now} />
        ))}
      </ul>
      <Button className="justify-self-start" busy={busy} onClick={onSave}>
        <Trans>Plan it</Trans>
      </Button>
    </section>
  );
}
