import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { FormEvent } from "react";
import { useExplainStockRefusal } from "#admin/explain-stock-refusal.ts";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { useGoodsName } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

type Transfer = inferOutput<Api["inventory"]["transfers"]["get"]>;

/** What was sent; on its way, it is received here, whole or short with a reason. */
export function TransferReceipt({ transfer, editable }: { transfer: Transfer; editable: boolean }) {
  const { inventory } = useApi();
  const queryClient = useQueryClient();
  const explain = useExplainStockRefusal();
  const receive = useMutation(
    inventory.transfers.receive.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: inventory.pathKey() }),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const note = typed("note").trim();
    const lines = transfer.lines.map(({ variantId }) => ({ variantId, received: Number(typed(variantId)) }));
    receive.mutate({ id: transfer.id, version: transfer.version, lines, ...(note && { note }) });
  };
  return (
    <form method="post" onSubmit={submit} className="grid max-w-[48rem] gap-4">
      {receive.error && <Alert>{explain(refusalOf(receive.error))}</Alert>}
      <ul>
        {transfer.lines.map((line) => (
          <Line key={line.variantId} line={line} editable={editable} />
        ))}
      </ul>
      {editable && (
        <>
          <Field
            label={<Trans>Why something is missing</Trans>}
            optional
            hint={<Trans>Needed when less arrived than was sent: the rest is written down as lost.</Trans>}
          >
            {(control) => <TextInput {...control} name="note" minLength={3} maxLength={500} autoComplete="off" />}
          </Field>
          <Button type="submit" className="justify-self-start" busy={receive.isPending}>
            <Trans>Receive the goods</Trans>
          </Button>
        </>
      )}
    </form>
  );
}

function Line({ line, editable }: { line: Transfer["lines"][number]; editable: boolean }) {
  const { t } = useLingui();
  const goodsName = useGoodsName();
  const { variantId, sku, sent, received } = line;
  const name = goodsName(line);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-2">
      <span>
        {name} <span className="block break-all text-muted">{sku}</span>
      </span>
      <span className="flex items-center gap-3">
        <Trans>sent {sent}</Trans>
        {editable ? (
          <TextInput
            name={variantId}
            type="number"
            min={0}
            max={sent}
            required
            defaultValue={sent}
            aria-label={t`Arrived of ${name}`}
            className="max-w-28"
          />
        ) : (
          received !== null && <Trans>arrived {received}</Trans>
        )}
      </span>
    </li>
  );
}
