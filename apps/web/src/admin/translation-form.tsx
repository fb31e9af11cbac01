import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import type { TranslatedField, TranslationSheet } from "#admin/translation-model.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox, Field, TextArea, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

interface TranslationFormProps {
  sheet: TranslationSheet;
  save: ReactNode;
  onSaved: () => void;
}

/** The source on the left, its translation on the right; a stale one may be said to be right as it is. */
export function TranslationForm({ sheet, save, onSaved }: TranslationFormProps) {
  const { kind, id, version, locale, fields } = sheet;
  const translated = fields.filter(({ state }) => state !== "source");
  const explain = useExplainProductRefusal();
  const act = useSave(onSaved);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const texts = Object.fromEntries(
      translated.flatMap(({ field, translation, state }) => {
        const text = typed(field).trim();
        return text === "" || (text === translation && state !== "missing") ? [] : [[field, text]];
      }),
    );
    const confirmed = translated.flatMap(({ field }) => (typed(`right-${field}`) ? [field] : []));
    act.mutate({ kind, id, version, locale, texts, confirmed });
  };
  return (
    <form method="post" onSubmit={submit} className="grid gap-6">
      {act.error && <Alert>{explain(refusalOf(act.error))}</Alert>}
      {translated.map((field) => (
        <SideBySide key={field.field} text={field} locale={locale} />
      ))}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={act.isPending}>
          {save}
        </Button>
      </div>
    </form>
  );
}

function useSave(onSaved: () => void) {
  const { catalog, core } = useApi();
  const queryClient = useQueryClient();
  return useMutation(
    catalog.translations.save.mutationOptions({
      async onSuccess() {
        onSaved();
        await Promise.all(
          [catalog.pathKey(), core.audit.list.pathKey()].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
        );
      },
    }),
  );
}

function SideBySide({ text, locale }: { text: TranslatedField; locale: "ru" | "en" }) {
  const { field, source, sourceLocale, translation, state } = text;
  const name = useFieldNames()[field];
  const Input = field === "description" ? TextArea : TextInput;
  return (
    <div className="grid gap-4 border-t border-line pt-4 md:grid-cols-2">
      <div className="grid content-start gap-1">
        <p className="text-sm font-medium">
          {name}, <Language locale={sourceLocale} />
        </p>
        <p lang={sourceLocale} className="py-3 wrap-anywhere whitespace-pre-line">
          {source}
        </p>
      </div>
      <div className="grid content-start gap-1">
        <Field
          label={
            <>
              {name}, <Language locale={locale} />
            </>
          }
          hint={state === "stale" ? <Trans>The source has changed since this was written.</Trans> : undefined}
          optional={state === "missing"}
        >
          {(control) => (
            <Input
              {...control}
              name={field}
              lang={locale}
              maxLength={field === "description" ? 20_000 : field === "name" ? 300 : 40}
              defaultValue={translation ?? ""}
            />
          )}
        </Field>
        {state === "stale" && (
          <Checkbox name={`right-${field}`} value="yes">
            <Trans>Still right as it is</Trans>
          </Checkbox>
        )}
      </div>
    </div>
  );
}

export const Language = ({ locale }: { locale: "ru" | "en" }) =>
  locale === "ru" ? <Trans>in Russian</Trans> : <Trans>in English</Trans>;

function useFieldNames(): Record<TranslatedField["field"], string> {
  const { t } = useLingui();
  return { name: t`Name`, description: t`Description`, unit: t`Unit` };
}
