import { Plural, Trans } from "@lingui/react/macro";
import { skipToken, useQuery } from "@tanstack/react-query";
import type { inferInput, inferOutput } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import { useExplainTuningRefusal } from "#admin/explain-tuning-refusal.ts";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

type Asked = inferInput<Api["search"]["tuning"]["preview"]>;
type Tried = Omit<Asked, "q">;
type Lists = inferOutput<Api["search"]["tuning"]["preview"]>;

interface RulePreviewProps {
  /** The draft as it is now; null while it cannot be tried. */
  tried: Tried | null;
  /** What is searched for unless the clerk types something else. */
  query: string;
}

/** The first page of a search as it is, and as it would be with the rule that is being written. */
export function RulePreview({ tried, query }: RulePreviewProps) {
  const explain = useExplainTuningRefusal();
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const shown = useQuery(
    useApi().search.tuning.preview.queryOptions(asked ?? skipToken, { staleTime: 0, retry: false }),
  );
  const q = (typed ?? query).trim();
  return (
    <section className="grid gap-4 border-t border-edge pt-4">
      <h2 className="text-h2">
        <Trans>Try it before you save</Trans>
      </h2>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-60">
          <Field label={<Trans>A search to try it with</Trans>}>
            {(control) => (
              <TextInput
                {...control}
                type="search"
                autoComplete="off"
                maxLength={200}
                value={typed ?? query}
                onChange={(event) => setTyped(event.currentTarget.value)}
                onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
              />
            )}
          </Field>
        </div>
        <Button
          tone="secondary"
          busy={shown.isFetching}
          disabled={!tried || q === ""}
          onClick={() => tried && setAsked({ ...tried, q })}
        >
          <Trans>Show the difference</Trans>
        </Button>
      </div>
      <div aria-live="polite" className="grid gap-4">
        {shown.error && <Alert>{explain(refusalOf(shown.error))}</Alert>}
        {asked && shown.data && <Difference {...shown.data} />}
      </div>
    </section>
  );
}

function Difference({ before, after }: Lists) {
  const former = before.rows.map(({ productId }) => productId);
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <PreviewList title={<Trans>Without the rule</Trans>} list={before} />
      <PreviewList title={<Trans>With the rule</Trans>} list={after} former={former} />
    </div>
  );
}

interface PreviewListProps {
  title: ReactNode;
  list: Lists["before"];
  /** Which products stood where without the rule. */
  former?: string[];
}

function PreviewList({ title, list: { total, rows }, former }: PreviewListProps) {
  const localized = useLocalized();
  return (
    <section className="grid content-start gap-2">
      <h3 className="text-base font-semibold">{title}</h3>
      <p>
        <Plural value={total} _0="Nothing is found" one="# product is found" other="# products are found" />
      </p>
      <ol className="grid list-decimal pl-6">
        {rows.map(({ productId, name }, index) => (
          <li key={productId} className="py-1">
            {localized(name)}
            {former && <Move from={former.indexOf(productId)} to={index} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Move({ from, to }: { from: number; to: number }) {
  if (from === to) return null;
  return (
    <span className="text-muted">
      {" — "}
      {from < 0 ? <Trans>new here</Trans> : from > to ? <Trans>higher</Trans> : <Trans>lower</Trans>}
    </span>
  );
}
