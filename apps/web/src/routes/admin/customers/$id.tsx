import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { AccountFacts } from "#admin/account-facts.tsx";
import { CustomerAudit } from "#admin/customer-audit.tsx";
import { CustomerNotes, notesAbout } from "#admin/customer-notes.tsx";
import { CustomerGroups } from "#admin/customer-groups.tsx";
import { CustomerCart, CustomerCodes, CustomerOrders, CustomerReviews } from "#admin/customer-history.tsx";
import type { Api } from "#core/api.ts";
import { useApi, useVisitor } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import type { Currency } from "#core/visitor.ts";

/** All that the rooms know of somebody; each answers for its own things. */
const factsAbout = (api: Api, userId: string, currency: Currency) =>
  [
    api.users.customers.get.queryOptions({ id: userId }),
    api.auth.accounts.sessions.queryOptions({ userId }),
    api.orders.admin.listOf.queryOptions({ userId }),
    api.cart.admin.viewOf.queryOptions({ userId, currency }),
    api.promotions.admin.listUsed.queryOptions({ userId }),
    api.reviews.admin.listBy.queryOptions({ userId }),
  ] as const;

export const Route = createFileRoute("/admin/customers/$id")({
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (!visitor.staff) return;
    const [customer, sessions, orders, cart, codes, reviews] = factsAbout(api, id, visitor.currency);
    await Promise.all([
      orNotFound(queryClient.ensureQueryData(customer)),
      queryClient.ensureQueryData(sessions),
      queryClient.ensureQueryData(orders),
      queryClient.ensureQueryData(cart),
      queryClient.ensureQueryData(codes),
      queryClient.ensureQueryData(reviews),
      queryClient.ensureInfiniteQueryData(notesAbout(api, id)),
    ]);
    const rights = await queryClient.ensureQueryData(api.auth.staff.rights.queryOptions());
    if (!rights.includes("groups:read")) return;
    await Promise.all([
      queryClient.ensureQueryData(api.users.groups.ofCustomer.queryOptions({ userId: id })),
      queryClient.ensureQueryData(api.users.groups.list.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Customer`) }),
  component: CustomerPage,
});

function CustomerPage() {
  const { id } = Route.useParams();
  const { currency } = useVisitor();
  const api = useApi();
  const [customer, sessions, orders, cart, codes, reviews] = useSuspenseQueries({
    queries: factsAbout(api, id, currency),
  });
  const rights = useSuspenseQuery(api.auth.staff.rights.queryOptions()).data;
  return (
    <section className="grid gap-8">
      <div className="grid gap-2">
        <Link to="/admin/customers" className="inline-flex min-h-11 items-center text-muted hover:underline">
          <Trans>All customers</Trans>
        </Link>
        <h1 className="text-h1">{customer.data.name}</h1>
        <AccountFacts customer={customer.data} openSessions={sessions.data.open} />
      </div>
      <CustomerNotes userId={id} editable={rights.includes("customers:note")} />
      <CustomerGroups userId={id} rights={rights} />
      <CustomerOrders orders={orders.data.orders} />
      <CustomerCart cart={cart.data} />
      <CustomerCodes codes={codes.data.codes} />
      <CustomerReviews reviews={reviews.data.reviews} />
      <CustomerAudit userId={id} rights={rights} />
    </section>
  );
}
