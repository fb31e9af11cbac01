import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { useExplainStockRefusal } from "#admin/explain-stock-refusal.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { useLocalized } from "#core/texts.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

/** From where to where, and what: sent at once. */
export function TransferForm() {
  const { inventory } = useApi();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const explain = useExplainStockRefusal();
  const [lines, setLines] = useState([0]);
  const send = useMutation(
    inventory.transfers.send.mutationOptions({
      onSuccess: async (transfer) => {
        await queryClient.invalidateQueries({ queryKey: inventory.pathKey() });
        await navigate({ to: "/admin/stock/transfers/$id", params: { id: transfer.id } });
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const note = typed("note").trim();
    const goods = lines.map((line) => ({
      sku: typed(`sku-${line}`).trim(),
      quantity: Number(typed(`pieces-${line}`)),
    }));
    send.mutate({ fromId: typed("from"), toId: typed("to"), lines: goods, ...(note && { note }) });
  };
  return (
    <form method="post" onSubmit={submit} className="grid max-w-[48rem] gap-4">
      {send.error && <Alert>{explain(refusalOf(send.error))}</Alert>}
      <div className="grid gap-4 sm:grid-cols-2">
        <Place name="from" label={<Trans>From the place</Trans>} />
        <Place name="to" label={<Trans>To the place</Trans>} />
      </div>
      {lines.map((line) => (
        <div key={line} className="grid grid-cols-[1fr_8rem] gap-3">
          <Field label={<Trans>SKU</Trans>}>
            {(control) => (
              <TextInput
                {...control}
                name={`sku-${line}`}
                maxLength={200}
                autoComplete="off"
                autoCapitalize="none"
                required
              />
            )}
          </Field>
          <Field label={<Trans>Pieces</Trans>}>
            {(control) => (
              <TextInput {...control} name={`pieces-${line}`} type="number" min={1} max={1_000_000} required />
            )}
          </Field>
        </div>
      ))}
      {lines.length < 100 && (
        <Button
          tone="quiet"
          className="justify-self-start"
          onClick={() => setLines([...lines, Math.max(...lines) + 1])}
        >
          <Trans>One more line</Trans>
        </Button>
      )}
      <Field label={<Trans>Note</Trans>} optional>
        {(control) => <TextInput {...control} name="note" minLength={3} maxLength={500} autoComplete="off" />}
      </Field>
      <Button type="submit" className="justify-self-start" busy={send.isPending}>
        <Trans>Send the goods</Trans>
      </Button>
    </form>
  );
}

function Place({ name, label }: { name: string; label: ReactNode }) {
  const localized = useLocalized();
  const places = useSuspenseQuery(useApi().inventory.locations.list.queryOptions()).data;
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} name={name} required>
          {places.map((place) => (
            <option key={place.id} value={place.id}>
              {localized(place.name)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
