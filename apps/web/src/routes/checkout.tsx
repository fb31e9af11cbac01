import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { Resuming } from "#auth/resume-session.tsx";
import { useCart } from "#cart/use-cart.ts";
import type { AddressBook } from "#core/address/address-texts.ts";
import { useApi, useLocale, useVisitor } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { CheckoutForm } from "#orders/checkout-form.tsx";

const NO_ADDRESSES: AddressBook = { addresses: [], defaults: null };

export const Route = createFileRoute("/checkout")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    await Promise.all([
      visitor.mayHaveCart && queryClient.prefetchQuery(api.cart.view.queryOptions({ currency: visitor.currency })),
      visitor.signedIn && queryClient.prefetchQuery(api.users.me.queryOptions()),
      queryClient.ensureQueryData(api.users.addresses.forms.queryOptions()),
      visitor.signedIn && queryClient.prefetchQuery(api.users.addresses.list.queryOptions()),
      visitor.signedIn && queryClient.prefetchQuery(api.orders.lastAddress.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Checkout`) }),
  component: CheckoutPage,
});

function CheckoutPage() {
  const api = useApi();
  const locale = useLocale();
  const { signedIn, resuming } = useVisitor();
  const cart = useCart();
  const profile = useQuery(api.users.me.queryOptions(undefined, { enabled: signedIn })).data;
  const forms = useSuspenseQuery(api.users.addresses.forms.queryOptions()).data;
  const book = useQuery(api.users.addresses.list.queryOptions(undefined, { enabled: signedIn })).data ?? NO_ADDRESSES;
  const preferred = book.addresses.find(({ id }) => id === book.defaults?.shipping);
  const address = useQuery(api.orders.lastAddress.queryOptions(undefined, { enabled: signedIn })).data;
  if (resuming) return <Resuming />;
  return (
    <div className="container-shop grid max-w-[1040px] gap-6 py-8">
      <h1 className="text-h1">
        <Trans>Checkout</Trans>
      </h1>
      {cart && cart.lines.length > 0 ? (
        <CheckoutForm
          initial={preferred ?? address ?? { country: locale === "ru" ? "RU" : "DE", region: "" }}
          email={profile?.email ?? ""}
          forms={forms}
          book={book}
          address={address ?? (profile ? { fullName: profile.name } : {})}
        />
      ) : (
        <EmptyState title={<Trans>Nothing to order yet</Trans>}>
          <LinkButton to="/">
            <Trans>Look around</Trans>
          </LinkButton>
        </EmptyState>
      )}
    </div>
  );
}
