import { Trans } from "@lingui/react/macro";
import type { LocalizedText } from "#core/texts.ts";
import { Field, TextInput } from "#core/ui/field.tsx";

/** Names in both languages, of which one is enough, and the address. */
export function CategoryFields({ name, slug }: { name?: LocalizedText; slug?: string }) {
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label={<Trans>Name in Russian</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            name="ru"
            lang="ru"
            autoComplete="off"
            maxLength={120}
            defaultValue={name?.ru ?? ""}
          />
        )}
      </Field>
      <Field label={<Trans>Name in English</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            name="en"
            lang="en"
            autoComplete="off"
            maxLength={120}
            defaultValue={name?.en ?? ""}
          />
        )}
      </Field>
      <Field
        label={<Trans>Address</Trans>}
        optional={slug === undefined}
        hint={
          slug === undefined ? (
            <Trans>Left empty, it is made of the name.</Trans>
          ) : (
            <Trans>Old links will lead to the new address.</Trans>
          )
        }
      >
        {(control) => (
          <TextInput
            {...control}
            name="slug"
            autoComplete="off"
            autoCapitalize="none"
            maxLength={200}
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            required={slug !== undefined}
            defaultValue={slug ?? ""}
          />
        )}
      </Field>
    </div>
  );
}

/** The names that were typed; a language left empty has none. */
export function nameTyped(typed: (name: string) => string): LocalizedText {
  const [ru, en] = [typed("ru").trim(), typed("en").trim()];
  return { ...(ru && { ru }), ...(en && { en }) };
}
