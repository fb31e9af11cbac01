import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { useState } from "react";
import { TranslationForm } from "#admin/translation-form.tsx";
import { TRANSLATABLE, type Translatable, unfinished } from "#admin/translation-model.ts";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { LOCALES, type Locale } from "#core/locale.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";
import { EmptyState } from "#core/ui/states.tsx";

interface Search {
  kind: Translatable;
  locale: Locale;
}

const found = (api: Api, search: Search) =>
  api.catalog.translations.list.infiniteQueryOptions(search, {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const Route = createFileRoute("/admin/translations")({
  validateSearch: ({ kind, locale }: Record<string, unknown>): Search => ({
    kind: TRANSLATABLE.find((each) => each === kind) ?? "product",
    locale: LOCALES.find((each) => each === locale) ?? "en",
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, deps }) => {
    if (visitor.staff) await queryClient.ensureInfiniteQueryData(found(api, deps));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Translations`) }),
  component: TranslationsPage,
});

function TranslationsPage() {
  const search = Route.useSearch();
  return (
    <section className="grid gap-4">
      <h1 className="text-h1">
        <Trans>Translations</Trans>
      </h1>
      <Choices search={search} />
      <Unfinished key={`${search.kind} ${search.locale}`} search={search} />
    </section>
  );
}

/** What is missing or stale, one after the other: what is saved leaves the list, and the next is there. */
function Unfinished({ search }: { search: Search }) {
  const pages = useSuspenseInfiniteQuery(found(useApi(), search));
  const localized = useLocalized();
  const [chosen, choose] = useState<string | null>(null);
  const sheets = pages.data.pages.flatMap((page) => page.sheets);
  const place = Math.max(
    0,
    sheets.findIndex(({ id }) => id === chosen),
  );
  const sheet = sheets[place];
  const next = sheets[place + 1]?.id ?? null;
  if (!sheet)
    return (
      <EmptyState title={<Trans>Everything is translated</Trans>}>
        <p className="max-w-prose text-muted">
          <Trans>What lacks a text in this language, or whose source changes after its translation, shows here.</Trans>
        </p>
      </EmptyState>
    );
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[1fr_2fr]">
      <div className="grid gap-2 max-lg:order-last">
        <ul className="grid">
          {sheets.map((each) => (
            <li key={each.id} className="border-b border-line">
              <button
                type="button"
                aria-current={each.id === sheet.id}
                className="min-h-11 w-full cursor-pointer py-2 text-left wrap-anywhere hover:bg-linen aria-[current=true]:font-semibold"
                onClick={() => choose(each.id)}
              >
                {localized(each.title)} <Left states={unfinished(each).map(({ state }) => state)} />
              </button>
            </li>
          ))}
        </ul>
        <ShowMore pages={pages} />
      </div>
      <div className="grid gap-4">
        <h2 className="text-h2">{localized(sheet.title)}</h2>
        <TranslationForm
          key={`${sheet.id} ${sheet.version}`}
          sheet={sheet}
          save={<Trans>Save and go on</Trans>}
          onSaved={() => choose(next)}
        />
        {next !== null && (
          <Button tone="quiet" className="justify-self-start" onClick={() => choose(next)}>
            <Trans>Leave it for now, the next one</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}

function Left({ states }: { states: string[] }) {
  const missing = states.includes("missing");
  const stale = states.includes("stale");
  return (
    <span className="text-sm font-normal text-muted">
      {missing && <Trans>not translated</Trans>}
      {missing && stale && ", "}
      {stale && <Trans>the source has changed</Trans>}
    </span>
  );
}

const LOOK =
  "inline-flex min-h-11 items-center border-b-2 border-transparent px-1 hover:border-edge aria-[current=page]:border-ink";

function Choices({ search }: { search: Search }) {
  const { t } = useLingui();
  const kinds = { product: t`Products`, category: t`Categories`, attribute: t`Attributes` };
  const locales = { ru: t`into Russian`, en: t`into English` };
  return (
    <div className="flex flex-wrap justify-between gap-x-8">
      <ul className="flex flex-wrap gap-4">
        {TRANSLATABLE.map((kind) => (
          <li key={kind}>
            <Link
              to="/admin/translations"
              search={{ ...search, kind }}
              className={LOOK}
              aria-current={search.kind === kind ? "page" : undefined}
            >
              {kinds[kind]}
            </Link>
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-4">
        {LOCALES.map((locale) => (
          <li key={locale}>
            <Link
              to="/admin/translations"
              search={{ ...search, locale }}
              className={LOOK}
              aria-current={search.locale === locale ? "page" : undefined}
            >
              {locales[locale]}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
