import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { AddressList } from "#users/address-list.tsx";

export const Route = createFileRoute("/account/addresses/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.signedIn) await queryClient.ensureQueryData(api.users.addresses.list.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`My addresses`) }),
  component: AddressesPage,
});

function AddressesPage() {
  const book = useSuspenseQuery(useApi().users.addresses.list.queryOptions()).data;
  const isEmpty = book.addresses.length === 0;
  const adding = (
    <LinkButton to="/account/addresses/new" className="justify-self-start">
      <Trans>Add an address</Trans>
    </LinkButton>
  );
  return (
    <section className="grid gap-6">
      <h1 className="text-h1">
        <Trans>My addresses</Trans>
      </h1>
      {isEmpty && (
        <EmptyState title={<Trans>No addresses yet</Trans>}>
          <p>
            <Trans>Save one, and at the checkout you only choose it.</Trans>
          </p>
        </EmptyState>
      )}
      <AddressList book={book} />
      {adding}
    </section>
  );
}
