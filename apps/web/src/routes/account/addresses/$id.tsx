import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { AddressForm } from "#users/address-form.tsx";

export const Route = createFileRoute("/account/addresses/$id")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    await Promise.all([
      queryClient.ensureQueryData(api.users.addresses.forms.queryOptions()),
      visitor.signedIn && queryClient.ensureQueryData(api.users.addresses.list.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Edit the address`) }),
  component: EditAddressPage,
});

function EditAddressPage() {
  const { addresses } = useApi().users;
  const { id } = Route.useParams();
  const forms = useSuspenseQuery(addresses.forms.queryOptions()).data;
  const address = useSuspenseQuery(addresses.list.queryOptions()).data.addresses.find((each) => each.id === id);
  return (
    <section className="grid gap-6">
      <h1 className="text-h1">
        <Trans>Edit the address</Trans>
      </h1>
      {address ? (
        <AddressForm forms={forms} address={address} />
      ) : (
        <EmptyState title={<Trans>This address is no longer there</Trans>}>
          <LinkButton to="/account/addresses">
            <Trans>My addresses</Trans>
          </LinkButton>
        </EmptyState>
      )}
    </section>
  );
}
