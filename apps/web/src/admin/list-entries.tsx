import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useExplainListRefusal } from "#admin/explain-list-refusal.ts";
import { formatMoment } from "#admin/format-moment.ts";
import type { PriceList } from "#admin/list-form.tsx";
import { pastedPrices } from "#admin/pasted-prices.ts";
import { momentTyped } from "#admin/price-text.ts";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";
import { refusalOf } from "#core/refusal.ts";
import { useLocalized } from "#core/texts.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextArea, TextInput } from "#core/ui/field.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

export const entriesOf = (api: Api, id: string) =>
  api.pricing.lists.entries.infiniteQueryOptions(
    { id },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );

/** Prices of a list that hold now or later. */
export function ListEntries({ id }: { id: string }) {
  const { t } = useLingui();
  const locale = useLocale();
  const localized = useLocalized();
  const pages = useSuspenseInfiniteQuery(entriesOf(useApi(), id));
  const entries = pages.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0)
    return (
      <p className="text-muted">
        <Trans>No prices yet. Paste some below.</Trans>
      </p>
    );
  return (
    <>
      <ul className="grid" aria-label={t`Prices of the list`}>
        {entries.map((entry) => {
          const from = formatMoment(locale, entry.from);
          const until = entry.until === null ? null : formatMoment(locale, entry.until);
          const { minQuantity } = entry;
          return (
            <li key={entry.id} className="flex min-h-11 flex-wrap items-baseline gap-x-4 border-b border-line py-2">
              <span className="grow">
                {localized(entry.name)} <span className="break-all text-muted">{entry.sku}</span>
              </span>
              {minQuantity > 1 && (
                <span>
                  <Trans>from {minQuantity} pieces on</Trans>
                </span>
              )}
              <span className="text-muted">
                {until === null ? <Trans>from {from} on</Trans> : <span>{`${from} – ${until}`}</span>}
              </span>
              <span className="font-semibold tabular-nums">
                {formatMoney(locale, entry)}
                {entry.ownAmount !== null && (
                  <span className="ml-2 font-normal text-muted">
                    <Trans>instead of</Trans>{" "}
                    {formatMoney(locale, { amount: entry.ownAmount, currency: entry.currency })}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <ShowMore pages={pages} />
    </>
  );
}

const MOST = 500;

/** Prices pasted from a spreadsheet: counted before they are saved, all of them or none. */
export function PasteEntries({ list: { id, version } }: { list: PriceList }) {
  const { lists } = useApi().pricing;
  const queryClient = useQueryClient();
  const explain = useExplainListRefusal();
  const showToast = useToast();
  const [text, setText] = useState("");
  const { prices, faults } = pastedPrices(text, { from: null, until: null });
  const save = useMutation(
    lists.setEntries.mutationOptions({
      onSuccess: async (list) => {
        queryClient.setQueryData(lists.get.queryKey({ id }), list);
        await queryClient.invalidateQueries({ queryKey: lists.pathKey() });
        setText("");
        showToast({ message: <Trans>The prices are saved.</Trans> });
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const period = { from: momentTyped(typed("from")), until: momentTyped(typed("until")) };
    save.mutate({ id, version, entries: pastedPrices(text, period).prices });
  };
  const lines = faults.slice(0, 10).join(", ");
  return (
    <form method="post" onSubmit={submit} className="grid max-w-[48rem] gap-4">
      {save.error && <Alert>{explain(refusalOf(save.error))}</Alert>}
      <Field
        label={<Trans>Paste prices</Trans>}
        hint={
          <Trans>
            A line for each: SKU, price, currency (RUB if empty), from how many pieces (1 if empty). An empty price
            takes it out.
          </Trans>
        }
        error={faults.length > 0 ? <Trans>These lines make no sense: {lines}</Trans> : undefined}
      >
        {(control) => (
          <TextArea
            {...control}
            name="prices"
            rows={6}
            maxLength={60_000}
            className="font-mono"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={<Trans>Begins</Trans>} optional hint={<Trans>Moscow time; empty: now</Trans>}>
          {(control) => <TextInput {...control} name="from" type="datetime-local" />}
        </Field>
        <Field label={<Trans>Ends</Trans>} optional hint={<Trans>Empty: without end</Trans>}>
          {(control) => <TextInput {...control} name="until" type="datetime-local" />}
        </Field>
      </div>
      <Button
        type="submit"
        className="justify-self-start"
        busy={save.isPending}
        disabled={prices.length === 0 || prices.length > MOST || faults.length > 0}
      >
        <Plural value={prices.length} one="Save # price" other="Save # prices" />
      </Button>
    </form>
  );
}
