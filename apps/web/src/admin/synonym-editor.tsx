import { Trans, useLingui } from "@lingui/react/macro";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { type FormEvent, useState } from "react";
import { useExplainTuningRefusal } from "#admin/explain-tuning-refusal.ts";
import { RulePreview } from "#admin/rule-preview.tsx";
import { useTuningActs } from "#admin/use-tuning-acts.tsx";
import type { Api } from "#core/api.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Field, Radio, Select, TextArea } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

export type Synonym = inferOutput<Api["search"]["tuning"]["synonyms"]>[number];
type Draft = Pick<Synonym, "kind" | "language"> & { text: string };

const phrasesOf = (text: string) => text.split("\n").flatMap((line) => line.trim() || []);

interface SynonymEditorProps {
  /** Null makes a new one. */
  synonym: Synonym | null;
  /** What a new one begins with. */
  phrase?: string;
}

/** Phrases that mean the same, one to a line, with a look at what that changes. */
export function SynonymEditor({ synonym, phrase = "" }: SynonymEditorProps) {
  const { createSynonym, changeSynonym, removeSynonym } = useTuningActs();
  const explain = useExplainTuningRefusal();
  const [draft, setDraft] = useState<Draft>(() => ({
    kind: synonym?.kind ?? "group",
    language: synonym?.language ?? null,
    text: synonym ? synonym.phrases.join("\n") : phrase && `${phrase}\n`,
  }));
  const phrases = phrasesOf(draft.text);
  const rule = { kind: draft.kind, language: draft.language, phrases };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (synonym) changeSynonym.mutate({ ...rule, id: synonym.id, version: synonym.version });
    else createSynonym.mutate(rule);
  };
  const error = createSynonym.error ?? changeSynonym.error ?? removeSynonym.error;
  return (
    <form method="post" onSubmit={submit} className="grid max-w-[56rem] gap-6">
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      <SynonymFields draft={draft} onChange={setDraft} />
      <RulePreview
        tried={phrases.length > 1 ? { synonym: { ...rule, ...(synonym && { id: synonym.id }) } } : null}
        query={phrases[0] ?? ""}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={createSynonym.isPending || changeSynonym.isPending} disabled={phrases.length < 2}>
          <Trans>Save the synonyms</Trans>
        </Button>
        <LinkButton tone="secondary" to="/admin/search">
          <Trans>Back without saving</Trans>
        </LinkButton>
        {synonym && (
          <Button
            tone="danger"
            busy={removeSynonym.isPending}
            onClick={() => removeSynonym.mutate({ id: synonym.id, version: synonym.version })}
          >
            <Trans>Delete the synonyms</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}

function SynonymFields({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { t } = useLingui();
  const language = (value: string) => (value === "ru" || value === "en" ? value : null);
  return (
    <>
      <fieldset>
        <legend className="text-base font-semibold">
          <Trans>Who finds what</Trans>
        </legend>
        <Radio name="kind" checked={draft.kind === "group"} onChange={() => onChange({ ...draft, kind: "group" })}>
          <Trans>All mean the same: who types one finds the others too</Trans>
        </Radio>
        <Radio name="kind" checked={draft.kind === "one-way"} onChange={() => onChange({ ...draft, kind: "one-way" })}>
          <Trans>One way: only who types the first finds the others too</Trans>
        </Radio>
      </fieldset>
      <Field
        label={<Trans>Phrases, one to a line</Trans>}
        hint={<Trans>Two to twenty, of one to three words each. One form of a word is enough.</Trans>}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={6}
            required
            autoComplete="off"
            maxLength={1300}
            value={draft.text}
            onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={<Trans>For shoppers who read</Trans>}>
        {(control) => (
          <Select
            {...control}
            className="max-w-80"
            value={draft.language ?? ""}
            onChange={(event) => onChange({ ...draft, language: language(event.currentTarget.value) })}
          >
            <option value="">{t`any language`}</option>
            <option value="ru">{t`Russian`}</option>
            <option value="en">{t`English`}</option>
          </Select>
        )}
      </Field>
    </>
  );
}
