import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { entriesOf, ListEntries, PasteEntries } from "#admin/list-entries.tsx";
import { ListForm } from "#admin/list-form.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import { useLocalized } from "#core/texts.ts";

export const Route = createFileRoute("/admin/price-lists/$id")({
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (!visitor.staff || id === "new") return;
    await orNotFound(queryClient.ensureQueryData(api.pricing.lists.get.queryOptions({ id })));
    await queryClient.ensureInfiniteQueryData(entriesOf(api, id));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Price list`) }),
  component: PriceListPage,
});

function PriceListPage() {
  const { id } = Route.useParams();
  return (
    <div className="grid gap-4">
      <Link to="/admin/price-lists" className="inline-flex min-h-11 items-center text-muted hover:underline">
        <Trans>All price lists</Trans>
      </Link>
      {id === "new" ? (
        <>
          <h1 className="text-h1">
            <Trans>New list</Trans>
          </h1>
          <ListForm list={null} />
        </>
      ) : (
        <KnownList id={id} />
      )}
    </div>
  );
}

function KnownList({ id }: { id: string }) {
  const api = useApi();
  const list = useSuspenseQuery(api.pricing.lists.get.queryOptions({ id })).data;
  const editable = (useQuery(api.auth.staff.rights.queryOptions()).data ?? []).includes("prices:write");
  const localized = useLocalized();
  return (
    <div className="grid gap-10">
      <section className="grid gap-4">
        <h1 className="text-h1">{localized(list.name)}</h1>
        {editable && <ListForm key={list.version} list={list} />}
      </section>
      <section className="grid gap-4">
        <h2 className="text-h2">
          <Trans>Prices</Trans>
        </h2>
        <ListEntries id={id} />
        {editable && <PasteEntries list={list} />}
      </section>
    </div>
  );
}
