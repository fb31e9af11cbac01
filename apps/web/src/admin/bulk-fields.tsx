import { Trans } from "@lingui/react/macro";
import type { BulkChoice } from "#admin/bulk-model.ts";
import { CategoryPicker } from "#admin/category-picker.tsx";
import { CollectionPicker } from "#admin/collection-picker.tsx";
import { type LocalizedText, useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";
import { CURRENCIES } from "#core/visitor.ts";

export interface Target {
  id: string;
  name: LocalizedText;
}
interface BulkFieldsProps {
  choice: BulkChoice;
  target: Target | null;
  onTarget: (target: Target | null) => void;
  /** The field that makes no change as it is. */
  lacks: string | null;
}

/** What a choice needs to be said beside it. */
export function BulkFields({ choice, target, onTarget, lacks }: BulkFieldsProps) {
  switch (choice) {
    case "publish":
      return <From />;
    case "category-put":
    case "category-take":
    case "category-primary":
    case "collection-put":
    case "collection-take":
      return <TargetField of={choice} target={target} onTarget={onTarget} lacks={lacks === "target"} />;
    case "brand":
      return (
        <Field label={<Trans>Brand</Trans>} hint={<Trans>Empty: without a brand.</Trans>}>
          {(control) => <TextInput {...control} name="brand" maxLength={200} autoComplete="off" />}
        </Field>
      );
    case "price-percent":
    case "price-amount":
      return <PriceFields percent={choice === "price-percent"} lacks={lacks === "by"} />;
    case "safety-stock":
      return (
        <Field
          label={<Trans>Pieces kept back of each variant</Trans>}
          error={lacks === "pieces" ? <Trans>A whole number from 0 on.</Trans> : undefined}
        >
          {(control) => <TextInput {...control} name="pieces" inputMode="numeric" maxLength={6} autoComplete="off" />}
        </Field>
      );
    default:
      return null;
  }
}

const From = () => (
  <Field label={<Trans>From when on</Trans>} optional hint={<Trans>Moscow time. Empty: at once.</Trans>}>
    {(control) => <TextInput {...control} name="from" type="datetime-local" />}
  </Field>
);

function PriceFields({ percent, lacks }: { percent: boolean; lacks: boolean }) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-3">
      <Field
        label={percent ? <Trans>Percent</Trans> : <Trans>Amount</Trans>}
        hint={<Trans>With a minus it gets cheaper: −10</Trans>}
        error={
          !lacks ? undefined : percent ? (
            <Trans>A number from −99 to 1000, but not 0.</Trans>
          ) : (
            <Trans>An amount with a sign, but not 0.</Trans>
          )
        }
      >
        {(control) => <TextInput {...control} name="by" maxLength={12} autoComplete="off" />}
      </Field>
      <Field label={<Trans>Currency</Trans>}>
        {(control) => (
          <Select {...control} name="currency">
            {CURRENCIES.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </Select>
        )}
      </Field>
      <From />
    </div>
  );
}

interface TargetFieldProps {
  of: BulkChoice;
  target: Target | null;
  onTarget: (target: Target | null) => void;
  lacks: boolean;
}

function TargetField({ of, target, onTarget, lacks }: TargetFieldProps) {
  const localized = useLocalized();
  if (target)
    return (
      <p className="flex flex-wrap items-center gap-x-4">
        <strong>{localized(target.name)}</strong>
        <Button tone="quiet" size="dense" className="min-h-11" onClick={() => onTarget(null)}>
          <Trans>Choose another</Trans>
        </Button>
      </p>
    );
  return (
    <div>
      {of.startsWith("category") ? (
        <CategoryPicker
          label={<Trans>Category</Trans>}
          onChoose={({ id, path }) => onTarget({ id, name: path.at(-1) ?? {} })}
        />
      ) : (
        <CollectionPicker onChoose={onTarget} />
      )}
      {lacks && (
        <p role="alert" className="text-rowan">
          <Trans>Choose one of those found.</Trans>
        </p>
      )}
    </div>
  );
}
