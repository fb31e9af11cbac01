import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { CustomerTable } from "#admin/customer-table.tsx";
import { SavedViews } from "#admin/saved-views.tsx";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";

const SHORTEST = 3;
const isLongEnough = (q: string | undefined): q is string => q !== undefined && [...q.trim()].length >= SHORTEST;

const found = (api: Api, q: string) =>
  api.users.customers.find.infiniteQueryOptions(
    { q },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );

export const Route = createFileRoute("/admin/customers/")({
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    typeof q === "string" && q !== "" ? { q: q.slice(0, 100) } : {},
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, deps: { q } }) => {
    if (visitor.staff && isLongEnough(q)) await queryClient.ensureInfiniteQueryData(found(api, q));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Customers`) }),
  component: CustomersPage,
});

function CustomersPage() {
  const { q } = Route.useSearch();
  const tooShort = q !== undefined && !isLongEnough(q);
  return (
    <section className="grid gap-4">
      <h1 className="text-h1">
        <Trans>Customers</Trans>
      </h1>
      <form method="get" role="search" className="grid grid-cols-[1fr_auto] items-end gap-2 sm:max-w-[32rem]">
        <Field
          label={<Trans>Name, e-mail, phone or order number</Trans>}
          error={tooShort ? <Trans>Type at least {SHORTEST} characters.</Trans> : undefined}
        >
          {(control) => (
            <TextInput
              {...control}
              name="q"
              type="search"
              required
              minLength={SHORTEST}
              maxLength={100}
              autoComplete="off"
              defaultValue={q ?? ""}
            />
          )}
        </Field>
        <Button type="submit" tone="secondary">
          <Trans>Find</Trans>
        </Button>
      </form>
      <SavedViews list="customers" search={q === undefined ? {} : { q }} />
      {isLongEnough(q) ? <Found key={q} q={q} /> : <Hint />}
    </section>
  );
}

const Hint = () => (
  <p className="text-muted">
    <Trans>
      Words of the name may be cut short; an e-mail is found by its beginning. Orders placed without an account are
      found among the orders.
    </Trans>
  </p>
);

function Found({ q }: { q: string }) {
  const pages = useSuspenseInfiniteQuery(found(useApi(), q));
  const customers = pages.data.pages.flatMap((page) => page.customers);
  if (customers.length === 0)
    return (
      <EmptyState title={<Trans>Nobody was found</Trans>}>
        <Hint />
      </EmptyState>
    );
  return (
    <>
      <CustomerTable customers={customers} />
      <ShowMore pages={pages} />
    </>
  );
}
