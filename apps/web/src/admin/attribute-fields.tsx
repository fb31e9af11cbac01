import { Trans } from "@lingui/react/macro";
import { type AttributeTerms, type AttributeType, OWN_TYPES, takesUnit } from "#admin/attribute-model.ts";
import { filterableOf, filterKey, useAttributeTypeNames, useFilterNames } from "#admin/attribute-texts.ts";
import type { LocalizedText } from "#core/texts.ts";
import { Field, Select, TextInput } from "#core/ui/field.tsx";

interface AttributeFieldsProps {
  code: string;
  codeError: string | undefined;
  terms: AttributeTerms;
  /** What it takes as it is saved; undefined for a new one. */
  former: AttributeType | undefined;
  /** Undefined: the code stays. */
  onCode: ((code: string) => void) | undefined;
  onChange: (terms: AttributeTerms) => void;
}

/** Code, names, type, unit and filter of an attribute. */
export function AttributeFields({ code, codeError, terms, former, onCode, onChange }: AttributeFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Text
        label={<Trans>Name in Russian</Trans>}
        lang="ru"
        text={terms.name}
        onChange={(name) => onChange({ ...terms, name })}
      />
      <Text
        label={<Trans>Name in English</Trans>}
        lang="en"
        text={terms.name}
        onChange={(name) => onChange({ ...terms, name })}
      />
      <Field
        label={<Trans>Code for programs</Trans>}
        hint={
          onCode ? (
            <Trans>Small Latin letters, digits and hyphens. It cannot be changed later.</Trans>
          ) : (
            <Trans>Imports and addresses of lists know it by its code, so it stays.</Trans>
          )
        }
        error={codeError}
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            autoCapitalize="none"
            required
            readOnly={!onCode}
            className={onCode ? undefined : "bg-linen"}
            {...(onCode && { minLength: 2, maxLength: 60, pattern: "[a-z0-9]+(-[a-z0-9]+)*" })}
            value={code}
            onChange={(event) => onCode?.(event.target.value)}
          />
        )}
      </Field>
      <Kind terms={terms} former={former} onChange={onChange} />
      {takesUnit(terms.type) && <Unit terms={terms} onChange={onChange} />}
      <Filter terms={terms} onChange={onChange} />
    </div>
  );
}

type Part = Pick<AttributeFieldsProps, "terms" | "onChange">;

function Kind({ terms, former, onChange }: Part & Pick<AttributeFieldsProps, "former">) {
  const names = useAttributeTypeNames();
  const offered = former === "mixed" ? [...OWN_TYPES, former] : OWN_TYPES;
  return (
    <Field
      label={<Trans>What it takes</Trans>}
      hint={former && <Trans>It can be changed as long as no product says it.</Trans>}
    >
      {(control) => (
        <Select
          {...control}
          value={terms.type}
          onChange={(event) => onChange({ ...terms, type: event.target.value as AttributeType })}
        >
          {offered.map((type) => (
            <option key={type} value={type}>
              {names[type]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function Unit({ terms, onChange }: Part) {
  const unit = terms.unit ?? {};
  const put = (text: LocalizedText) => onChange({ ...terms, unit: text });
  return (
    <div className="grid grid-cols-2 gap-4">
      <Text label={<Trans>Unit in Russian</Trans>} lang="ru" optional text={unit} onChange={put} />
      <Text label={<Trans>Unit in English</Trans>} lang="en" optional text={unit} onChange={put} />
    </div>
  );
}

function Filter({ terms, onChange }: Part) {
  const names = useFilterNames();
  return (
    <Field label={<Trans>Filter in lists</Trans>}>
      {(control) => (
        <Select
          {...control}
          value={filterKey(terms.filterable)}
          onChange={(event) => onChange({ ...terms, filterable: filterableOf(event.target.value) })}
        >
          {Object.entries(names).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface TextProps {
  label: React.ReactNode;
  lang: "ru" | "en";
  text: LocalizedText;
  optional?: boolean;
  onChange: (text: LocalizedText) => void;
}

/** One language of a text of which one language is enough. */
function Text({ label, lang, text, optional = false, onChange }: TextProps) {
  return (
    <Field label={label} optional={optional}>
      {(control) => (
        <TextInput
          {...control}
          lang={lang}
          autoComplete="off"
          maxLength={80}
          required={!optional && !text[lang === "ru" ? "en" : "ru"]}
          value={text[lang] ?? ""}
          onChange={(event) => onChange({ ...text, [lang]: event.target.value })}
        />
      )}
    </Field>
  );
}
