import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { useExplainStockRefusal } from "#admin/explain-stock-refusal.ts";
import { dayOf, endOf } from "#admin/moscow-day.ts";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Radio, TextInput } from "#core/ui/field.tsx";
import { StockNote } from "#core/ui/goods.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

type Details = inferOutput<Api["inventory"]["stock"]["get"]>;
type BackOrder = Details["policy"]["backOrder"];
type Mode = BackOrder["mode"];

/** The day that ends at that instant. */
const lastDayOf = (until: string): string => dayOf(new Date(Date.parse(until) - 1).toISOString());

function backOrderOf(mode: Mode, typed: (name: string) => string): BackOrder {
  const expectedOn = typed("expectedOn") || null;
  if (mode === "limit") return { mode, most: Number(typed("most")), expectedOn };
  if (mode === "until") return { mode, until: endOf(typed("until")), expectedOn };
  return { mode };
}

/** What is kept back of a variant, and whether it is sold before it is here. */
export function StockPolicyForm({ item, editable }: { item: Details; editable: boolean }) {
  const { policy, availability, variantId } = item;
  const { stock } = useApi().inventory;
  const queryClient = useQueryClient();
  const showToast = useToast();
  const explain = useExplainStockRefusal();
  const [mode, setMode] = useState(policy.backOrder.mode);
  const save = useMutation(
    stock.setPolicy.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: stock.pathKey() });
        showToast({ message: <Trans>How it is sold is saved.</Trans> });
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const backOrder = backOrderOf(mode, typed);
    save.mutate({ variantId, safetyStock: Number(typed("safetyStock")), backOrder, version: policy.version });
  };
  return (
    <section className="grid gap-3">
      <h2 className="text-h2">
        <Trans>How it is sold</Trans>
      </h2>
      <p>
        <Trans>Shoppers see:</Trans> <StockNote availability={availability} />
      </p>
      <form method="post" onSubmit={submit} className="grid max-w-md gap-4">
        {save.error && <Alert>{explain(refusalOf(save.error))}</Alert>}
        <fieldset disabled={!editable} className="grid gap-4">
          <Field
            label={<Trans>Safety stock</Trans>}
            hint={<Trans>So many pieces are never sold, for what a count may have missed.</Trans>}
          >
            {(control) => (
              <TextInput
                {...control}
                name="safetyStock"
                type="number"
                min={0}
                max={1_000_000}
                className="max-w-40"
                required
                defaultValue={policy.safetyStock}
              />
            )}
          </Field>
          <BackOrderFields mode={mode} onMode={setMode} known={policy.backOrder} />
        </fieldset>
        {editable && (
          <Button type="submit" tone="secondary" className="justify-self-start" busy={save.isPending}>
            <Trans>Save how it is sold</Trans>
          </Button>
        )}
      </form>
    </section>
  );
}

interface BackOrderProps {
  mode: Mode;
  onMode: (mode: Mode) => void;
  known: BackOrder;
}

function BackOrderFields({ mode, onMode, known }: BackOrderProps) {
  const choice = (each: Mode) => ({ name: "mode", value: each, checked: mode === each, onChange: () => onMode(each) });
  return (
    <fieldset className="grid gap-2">
      <legend className="font-medium">
        <Trans>When the shelf is empty</Trans>
      </legend>
      <Radio {...choice("off")}>
        <Trans>Sold out</Trans>
      </Radio>
      <Radio {...choice("limit")}>
        <Trans>Sold to order, up to so many pieces at once</Trans>
      </Radio>
      {mode === "limit" && (
        <Field label={<Trans>Pieces at once</Trans>}>
          {(control) => (
            <TextInput
              {...control}
              name="most"
              type="number"
              min={1}
              max={1_000_000}
              className="max-w-40"
              required
              defaultValue={known.mode === "limit" ? known.most : 10}
            />
          )}
        </Field>
      )}
      <Radio {...choice("until")}>
        <Trans>Sold to order until a day, as many as are asked for</Trans>
      </Radio>
      {mode === "until" && (
        <Day
          name="until"
          required
          label={<Trans>Last day of ordering</Trans>}
          known={known.mode === "until" ? lastDayOf(known.until) : ""}
        />
      )}
      {mode !== "off" && (
        <Day
          name="expectedOn"
          label={<Trans>Expected on the day</Trans>}
          known={known.mode === "off" ? "" : (known.expectedOn ?? "")}
        />
      )}
    </fieldset>
  );
}

function Day({
  name,
  label,
  known,
  required = false,
}: {
  name: string;
  label: ReactNode;
  known: string;
  required?: boolean;
}) {
  return (
    <Field label={label} optional={!required}>
      {(control) => (
        <TextInput {...control} name={name} type="date" className="max-w-48" required={required} defaultValue={known} />
      )}
    </Field>
  );
}
