import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { AddressForm } from "#users/address-form.tsx";

export const Route = createFileRoute("/account/addresses/new")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    await Promise.all([
      queryClient.ensureQueryData(api.users.addresses.forms.queryOptions()),
      visitor.signedIn && queryClient.ensureQueryData(api.users.profile.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`New address`) }),
  component: NewAddressPage,
});

function NewAddressPage() {
  const { users } = useApi();
  const forms = useSuspenseQuery(users.addresses.forms.queryOptions()).data;
  const { name } = useSuspenseQuery(users.profile.queryOptions()).data;
  return (
    <section className="grid gap-6">
      <h1 className="text-h1">
        <Trans>New address</Trans>
      </h1>
      <AddressForm forms={forms} fullName={name} />
    </section>
  );
}
