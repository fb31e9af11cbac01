import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";
import { Field, Select } from "#core/ui/field.tsx";

interface TypeSelectProps {
  typeId: string | null;
  onChoose: (typeId: string | null) => void;
}

/** The type of a product, or none. */
export function TypeSelect({ typeId, onChoose }: TypeSelectProps) {
  const localized = useLocalized();
  const types = useQuery(useApi().catalog.types.list.queryOptions()).data ?? [];
  return (
    <Field
      label={<Trans>Product type</Trans>}
      hint={<Trans>It says what to fill in. What the product says beyond it stays.</Trans>}
    >
      {(control) => (
        <Select {...control} value={typeId ?? ""} onChange={(event) => onChoose(event.target.value || null)}>
          <option value="">
            <Trans>No type</Trans>
          </option>
          {types.map(({ id, name }) => (
            <option key={id} value={id}>
              {localized(name)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
