import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { changeTyped } from "#admin/bulk-draft.ts";
import { BulkFields, type Target } from "#admin/bulk-fields.tsx";
import { BULK_CHOICES, type BulkChoice, type BulkSelection, NEEDED } from "#admin/bulk-model.ts";
import { useChoiceTexts } from "#admin/bulk-texts.ts";
import { useExplainBulkRefusal } from "#admin/explain-bulk-refusal.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

interface BulkPanelProps {
  selection: BulkSelection;
  onClose: () => void;
}

/** One change of several products: it is tried first, and its own page then shows what would become of each. */
export function BulkPanel({ selection, onClose }: BulkPanelProps) {
  const { auth, catalog } = useApi();
  const navigate = useNavigate();
  const explain = useExplainBulkRefusal();
  const texts = useChoiceTexts();
  const rights = useQuery(auth.staff.rights.queryOptions()).data ?? [];
  const [choice, setChoice] = useState<BulkChoice>("publish");
  const [target, setTarget] = useState<Target | null>(null);
  const [lacks, setLacks] = useState<string | null>(null);
  const check = useMutation(
    catalog.bulk.check.mutationOptions({
      onSuccess: ({ id }) => navigate({ to: "/admin/products/bulk/$id", params: { id } }),
    }),
  );
  const offered = BULK_CHOICES.filter((each) => rights.includes(NEEDED[each] ?? "catalog:write"));
  const choose = (value: string) => {
    setChoice(BULK_CHOICES.find((each) => each === value) ?? "publish");
    setTarget(null);
    setLacks(null);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const change = changeTyped({ choice, typed: typedIn(event.currentTarget), target: target?.id ?? null });
    setLacks("lacks" in change ? change.lacks : null);
    if (!("lacks" in change)) check.mutate({ change, selection });
  };
  return (
    <form
      method="post"
      onSubmit={submit}
      aria-labelledby="bulk-title"
      className="grid gap-4 rounded-button bg-linen p-4"
    >
      <h2 id="bulk-title" className="text-h3">
        {"ids" in selection ? (
          <Plural value={selection.ids.length} one="Change # product" other="Change # products" />
        ) : (
          <Trans>Change all products of this list, also those beyond this page</Trans>
        )}
      </h2>
      <Field label={<Trans>What to do</Trans>}>
        {(control) => (
          <Select {...control} value={choice} onChange={({ target: { value } }) => choose(value)}>
            {offered.map((each) => (
              <option key={each} value={each}>
                {texts[each]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <BulkFields key={choice} choice={choice} target={target} onTarget={setTarget} lacks={lacks} />
      {check.error && <Alert>{explain(refusalOf(check.error))}</Alert>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={check.isPending}>
          <Trans>See what would change</Trans>
        </Button>
        <Button tone="quiet" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </form>
  );
}
