import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { useExplainStockRefusal } from "#admin/explain-stock-refusal.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

interface Shelf {
  variantId: string;
  locationId: string;
}

function useActs() {
  const { stock } = useApi().inventory;
  const queryClient = useQueryClient();
  const showToast = useToast();
  const onSuccess = async () => {
    await queryClient.invalidateQueries({ queryKey: stock.pathKey() });
    showToast({ message: <Trans>The book is written.</Trans> });
  };
  // A count that was overtaken is counted against what the book says now.
  const onError = () => queryClient.invalidateQueries({ queryKey: stock.pathKey() });
  return {
    receive: useMutation(stock.receive.mutationOptions({ onSuccess })),
    adjust: useMutation(stock.adjust.mutationOptions({ onSuccess })),
    count: useMutation(stock.count.mutationOptions({ onSuccess, onError })),
  };
}

/** Three ways to change a level: goods came in, a correction with its reason, a count. */
export function StockActs({ onHand, ...shelf }: Shelf & { onHand: number }) {
  const { receive, adjust, count } = useActs();
  return (
    <div className="flex flex-wrap gap-x-6">
      <Act
        name={<Trans>Receive</Trans>}
        amount={<Trans>Pieces that came in</Trans>}
        min={1}
        act={receive}
        onSubmit={(typed) => {
          const reference = typed("reference").trim();
          return receive.mutateAsync({ ...shelf, quantity: Number(typed("amount")), ...(reference && { reference }) });
        }}
      >
        <Field label={<Trans>Delivery note</Trans>} optional>
          {(control) => <TextInput {...control} name="reference" maxLength={100} autoComplete="off" />}
        </Field>
      </Act>
      <Act
        name={<Trans>Correct</Trans>}
        amount={<Trans>More, or with a minus less</Trans>}
        act={adjust}
        onSubmit={(typed) => adjust.mutateAsync({ ...shelf, delta: Number(typed("amount")), note: typed("note") })}
      >
        <Reason />
      </Act>
      <Act
        name={<Trans>Count</Trans>}
        amount={<Trans>Pieces that lie there</Trans>}
        min={0}
        act={count}
        onSubmit={(typed) =>
          count.mutateAsync({ ...shelf, counted: Number(typed("amount")), seen: onHand, note: typed("note") })
        }
      >
        <Reason />
      </Act>
    </div>
  );
}

const Reason = () => (
  <Field label={<Trans>Reason</Trans>} hint={<Trans>It is kept with the movement.</Trans>}>
    {(control) => <TextInput {...control} name="note" required minLength={3} maxLength={500} autoComplete="off" />}
  </Field>
);

interface ActProps {
  name: ReactNode;
  amount: ReactNode;
  min?: number;
  act: { error: unknown; isPending: boolean };
  onSubmit: (typed: (name: string) => string) => Promise<unknown>;
  children: ReactNode;
}

/** Opens on demand, closes when it is done, and keeps what was typed after a refusal. */
function Act({ name, amount, min, act, onSubmit, children }: ActProps) {
  const [open, setOpen] = useState(false);
  const explain = useExplainStockRefusal();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (act.isPending) return;
    const form = event.currentTarget;
    onSubmit(typedIn(form)).then(
      () => {
        form.reset();
        setOpen(false);
      },
      () => {},
    );
  };
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="open:w-full open:max-w-md">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-spruce underline">{name}</summary>
      <form method="post" onSubmit={submit} className="grid gap-3 border-l-2 border-shelf py-2 pl-4">
        {act.error != null && <Alert>{explain(refusalOf(act.error))}</Alert>}
        <Field label={amount}>
          {(control) => (
            <TextInput
              {...control}
              name="amount"
              type="number"
              step={1}
              min={min ?? -1_000_000}
              max={1_000_000}
              className="max-w-40"
              required
            />
          )}
        </Field>
        {children}
        <Button type="submit" tone="secondary" className="justify-self-start" busy={act.isPending}>
          <Trans>Write it down</Trans>
        </Button>
      </form>
    </details>
  );
}
