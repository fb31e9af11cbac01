import { Trans, useLingui } from "@lingui/react/macro";
import { AttributePicker } from "#admin/attribute-picker.tsx";
import { useAttributeTypeNames } from "#admin/attribute-texts.ts";
import { moved } from "#admin/moved.ts";
import type { TypeAttribute } from "#admin/type-model.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox } from "#core/ui/field.tsx";

/** As many as a type has. */
const MOST = 100;

interface TypeAttributesProps {
  attributes: TypeAttribute[];
  onChange: (attributes: TypeAttribute[]) => void;
}

/** What products of a type say of themselves, in the order of their pages. */
export function TypeAttributes({ attributes, onChange }: TypeAttributesProps) {
  return (
    <fieldset className="grid gap-4">
      <legend className="text-base font-semibold">
        <Trans>What products of this type say of themselves</Trans>
      </legend>
      {attributes.length === 0 ? (
        <p className="text-muted">
          <Trans>Nothing yet. Find attributes below and add them.</Trans>
        </p>
      ) : (
        <ol className="grid">
          {attributes.map((attribute, index) => (
            <Row
              key={attribute.code}
              attribute={attribute}
              place={{ first: index === 0, last: index === attributes.length - 1 }}
              onChange={(next) => onChange(attributes.with(index, next))}
              onMove={(step) => onChange(moved(attributes, index, index + step))}
              onRemove={() => onChange(attributes.toSpliced(index, 1))}
            />
          ))}
        </ol>
      )}
      {attributes.length < MOST && (
        <AttributePicker
          label={<Trans>Add an attribute</Trans>}
          without={attributes.map(({ code }) => code)}
          onChoose={(attribute) => onChange([...attributes, { ...attribute, required: false, perVariant: false }])}
        />
      )}
    </fieldset>
  );
}

interface RowProps {
  attribute: TypeAttribute;
  place: Record<"first" | "last", boolean>;
  onChange: (attribute: TypeAttribute) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}

function Row({ attribute, place, onChange, onMove, onRemove }: RowProps) {
  const { t } = useLingui();
  const localized = useLocalized();
  const types = useAttributeTypeNames();
  const { code, type, unit, required, perVariant } = attribute;
  const name = localized(attribute.name) || code;
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
      <div className="grow basis-48">
        <p className="font-medium">{name}</p>
        <p className="text-muted">
          {types[type]}
          {unit && `, ${localized(unit)}`} · <code className="break-all">{code}</code>
        </p>
      </div>
      <div role="group" aria-label={name} className="flex flex-wrap gap-x-4">
        <Checkbox checked={required} onChange={(event) => onChange({ ...attribute, required: event.target.checked })}>
          <Trans>Needed to publish</Trans>
        </Checkbox>
        <Checkbox
          checked={perVariant}
          onChange={(event) => onChange({ ...attribute, perVariant: event.target.checked })}
        >
          <Trans>Each variant its own</Trans>
        </Checkbox>
      </div>
      <span className="flex">
        <Button
          tone="quiet"
          className="max-sm:px-3"
          aria-label={t`Up: ${name}`}
          disabled={place.first}
          onClick={() => onMove(-1)}
        >
          ↑
        </Button>
        <Button
          tone="quiet"
          className="max-sm:px-3"
          aria-label={t`Down: ${name}`}
          disabled={place.last}
          onClick={() => onMove(1)}
        >
          ↓
        </Button>
        <Button tone="quiet" aria-label={t`Remove: ${name}`} onClick={onRemove}>
          <Trans>Remove</Trans>
        </Button>
      </span>
    </li>
  );
}
