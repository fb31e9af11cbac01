import { Trans, useLingui } from "@lingui/react/macro";
import { skipToken, useQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue } from "react";
import { CategoryPicker } from "#admin/category-picker.tsx";
import type { CollectionFact, ConditionDraft } from "#admin/collection-rule-draft.ts";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select, TextArea, TextInput } from "#core/ui/field.tsx";
import { CURRENCIES } from "#core/visitor.ts";

/** What a rule may ask of a product. */
export function useCollectionFacts(): Record<CollectionFact, string> {
  const { t } = useLingui();
  return {
    category: t`Lies in a category`,
    brand: t`Brand`,
    attribute: t`Value of an attribute`,
    number: t`Number of an attribute`,
    price: t`Price`,
  };
}

interface ConditionProps {
  draft: ConditionDraft;
  onChange: (part: Partial<ConditionDraft>) => void;
}

/** The fields of one condition, as its fact asks for them. */
export function CollectionCondition({ draft, onChange }: ConditionProps) {
  switch (draft.fact) {
    case "category":
      return <Categories draft={draft} onChange={onChange} />;
    case "brand":
      return <Values label={<Trans>Brands, one a line</Trans>} draft={draft} onChange={onChange} />;
    case "attribute":
      return (
        <div className="grid gap-3 sm:grid-cols-2">
          <Attribute draft={draft} onChange={onChange} />
          <Values label={<Trans>Any of these values, one a line</Trans>} draft={draft} onChange={onChange} />
        </div>
      );
    case "number":
      return (
        <div className="flex flex-wrap items-start gap-3">
          <Attribute draft={draft} onChange={onChange} />
          <Bounds draft={draft} onChange={onChange} />
        </div>
      );
    case "price":
      return (
        <div className="flex flex-wrap items-start gap-3">
          <Field label={<Trans>Currency</Trans>}>
            {(control) => (
              <Select
                {...control}
                value={draft.currency}
                onChange={(event) => onChange({ currency: event.currentTarget.value as ConditionDraft["currency"] })}
              >
                {CURRENCIES.map((currency) => (
                  <option key={currency}>{currency}</option>
                ))}
              </Select>
            )}
          </Field>
          <Bounds draft={draft} onChange={onChange} />
        </div>
      );
  }
}

function Categories({ draft: { categoryIds }, onChange }: ConditionProps) {
  return (
    <div className="grid gap-2">
      <ul className="grid">
        {categoryIds.map((id) => (
          <ChosenCategory
            key={id}
            id={id}
            onRemove={() => onChange({ categoryIds: categoryIds.filter((each) => each !== id) })}
          />
        ))}
      </ul>
      <CategoryPicker
        label={<Trans>Add a category; those below it count, too</Trans>}
        without={categoryIds}
        onChoose={({ id }) => onChange({ categoryIds: [...categoryIds, id] })}
      />
    </div>
  );
}

function ChosenCategory({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useLingui();
  const localized = useLocalized();
  const found = useQuery(useApi().catalog.tree.get.queryOptions({ id }));
  const name = found.data ? [...found.data.path, found.data].map((each) => localized(each.name)).join(" › ") : "…";
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
      <span>{found.isError ? <Trans>This category is no longer there.</Trans> : name}</span>
      <Button
        tone="quiet"
        size="dense"
        className="ml-auto min-h-11"
        aria-label={t`Take out: ${name}`}
        onClick={onRemove}
      >
        <Trans>Take out</Trans>
      </Button>
    </li>
  );
}

function Values({ label, draft, onChange }: ConditionProps & { label: ReactNode }) {
  return (
    <Field label={label}>
      {(control) => (
        <TextArea
          {...control}
          rows={3}
          maxLength={8000}
          value={draft.values}
          onChange={(event) => onChange({ values: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

/** Offers codes while one is typed; the browser's own list is fit for the keyboard. */
function Attribute({ draft: { key, code }, onChange }: ConditionProps) {
  const asked = useDeferredValue(code.trim());
  const localized = useLocalized();
  const { attributes } = useApi().catalog.collections;
  const offered = useQuery(attributes.queryOptions(asked.length > 1 ? { q: asked } : skipToken)).data ?? [];
  const list = `attributes-${key}`;
  return (
    <Field label={<Trans>Attribute</Trans>} hint={<Trans>Type a part of its name and choose its code.</Trans>}>
      {(control) => (
        <>
          <TextInput
            {...control}
            list={list}
            autoComplete="off"
            autoCapitalize="none"
            maxLength={100}
            value={code}
            onChange={(event) => onChange({ code: event.currentTarget.value.trim() })}
          />
          <datalist id={list}>
            {offered.map((attribute) => (
              <option key={attribute.code} value={attribute.code}>
                {localized(attribute.name)}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

function Bounds({ draft, onChange }: ConditionProps) {
  const bound = { autoComplete: "off", inputMode: "decimal", maxLength: 16, className: "max-w-36" } as const;
  return (
    <>
      <Field label={<Trans>From</Trans>} optional>
        {(control) => (
          <TextInput
            {...control}
            {...bound}
            value={draft.min}
            onChange={(event) => onChange({ min: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={<Trans>To</Trans>} optional>
        {(control) => (
          <TextInput
            {...control}
            {...bound}
            value={draft.max}
            onChange={(event) => onChange({ max: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}
