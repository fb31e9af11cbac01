import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Attribute } from "#admin/attribute-model.ts";
import { type AttributeValue, controlOf, type TypedValue, typedOf } from "#admin/attribute-value.ts";
import { useLocalized } from "#core/texts.ts";
import { type Control, Field, Select, TextInput } from "#core/ui/field.tsx";

const LONGEST = 2000;

interface AttributeInputProps {
  /** Of the field; its second language has "-en" behind it. */
  id: string;
  attribute: Attribute & { required?: boolean };
  value: AttributeValue | undefined;
  typed: TypedValue | undefined;
  error: ReactNode;
  onType: (typed: TypedValue) => void;
}

/** A field as the type of its attribute asks for it. */
export function AttributeInput({ id, attribute, value, typed, error, onType }: AttributeInputProps) {
  const localized = useLocalized();
  const name = localized(attribute.name) || attribute.code;
  const control = controlOf(attribute, value);
  const shown = typed ?? typedOf(control, value);
  const label = attribute.unit ? `${name}, ${localized(attribute.unit)}` : name;
  const hint = attribute.required ? <Trans>Needed to publish</Trans> : undefined;
  if (typeof shown !== "string") return <BilingualInput {...{ id, label, hint, error, onType }} text={shown} />;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(field) => <Line {...{ field, control, attribute, onType }} text={shown} />}
    </Field>
  );
}

interface LineProps {
  field: Control;
  control: ReturnType<typeof controlOf>;
  attribute: Attribute;
  text: string;
  onType: (typed: string) => void;
}

function Line({ field, control, attribute, text, onType }: LineProps) {
  const onChange = (event: { target: { value: string } }) => onType(event.target.value);
  const options = useOptions(control, attribute);
  if (options)
    return (
      <Select {...field} value={text} onChange={onChange}>
        <option value="">–</option>
        {Object.entries(text && !(text in options) ? { ...options, [text]: text } : options).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    );
  const isDay = control === "date" && (text === "" || /^\d{4}-\d\d-\d\d$/.test(text));
  return (
    <TextInput
      {...field}
      type={isDay ? "date" : "text"}
      inputMode={control === "number" ? "decimal" : undefined}
      autoComplete="off"
      maxLength={LONGEST}
      value={text}
      onChange={onChange}
    />
  );
}

/** What can be chosen, by code; null where one types. */
function useOptions(control: LineProps["control"], { choices }: Attribute): Record<string, string> | null {
  const { t } = useLingui();
  const localized = useLocalized();
  if (control === "boolean") return { yes: t`Yes`, no: t`No` };
  return control === "choice" ? Object.fromEntries(choices.map(({ code, name }) => [code, localized(name)])) : null;
}

interface BilingualProps extends Pick<AttributeInputProps, "id" | "error" | "onType"> {
  label: string;
  hint: ReactNode;
  text: { ru: string; en: string };
}

function BilingualInput({ id, label, hint, error, text, onType }: BilingualProps) {
  return (
    <div className="grid gap-2">
      {(["ru", "en"] as const).map((lang) => (
        <Field
          key={lang}
          id={lang === "ru" ? id : `${id}-en`}
          label={lang === "ru" ? <Trans>{label}, in Russian</Trans> : <Trans>{label}, in English</Trans>}
          hint={lang === "ru" ? hint : undefined}
          error={lang === "ru" ? error : undefined}
        >
          {(field) => (
            <TextInput
              {...field}
              lang={lang}
              autoComplete="off"
              maxLength={LONGEST}
              value={text[lang]}
              onChange={(event) => onType({ ...text, [lang]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
