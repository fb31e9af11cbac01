import { useLingui } from "@lingui/react/macro";
import type { LocalizedText } from "#core/texts.ts";
import { Field, TextInput } from "#core/ui/field.tsx";

/** What programs know by a code and people by a name. */
export interface Named {
  code: string;
  name: LocalizedText;
}

/** Code and names in both languages, of which one is enough. */
export function NamedFields({ named: { code, name }, onChange }: { named: Named; onChange: (named: Named) => void }) {
  const { t } = useLingui();
  const text = (locale: "ru" | "en", typed: string) => {
    const { [locale]: _, ...rest } = name;
    onChange({ code, name: typed === "" ? rest : { ...rest, [locale]: typed } });
  };
  return (
    <div className="grid grow gap-2 sm:grid-cols-3">
      <Field label={t`Code for programs`}>
        {(control) => (
          <TextInput
            {...control}
            required
            maxLength={40}
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            autoCapitalize="none"
            autoComplete="off"
            value={code}
            onChange={(event) => onChange({ code: event.target.value, name })}
          />
        )}
      </Field>
      <Field label={t`In Russian`}>
        {(control) => (
          <TextInput
            {...control}
            lang="ru"
            maxLength={80}
            required={name.en === undefined}
            value={name.ru ?? ""}
            onChange={(event) => text("ru", event.target.value)}
          />
        )}
      </Field>
      <Field label={t`In English`}>
        {(control) => (
          <TextInput
            {...control}
            lang="en"
            maxLength={80}
            required={name.ru === undefined}
            value={name.en ?? ""}
            onChange={(event) => text("en", event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
