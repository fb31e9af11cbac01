import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { CartLines } from "#cart/cart-lines.tsx";
import { CouponBox } from "#cart/coupon-box.tsx";
import { FreeDeliveryBar } from "#cart/free-delivery-bar.tsx";
import { Totals } from "#core/ui/totals.tsx";
import { type CartView, useCart, useCartChanges } from "#cart/use-cart.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";

export const Route = createFileRoute("/cart")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.mayHaveCart)
      await queryClient.prefetchQuery(api.cart.view.queryOptions({ currency: visitor.currency }));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Cart`) }),
  component: CartPage,
});

function CartPage() {
  const cart = useCart();
  return (
    <div className="container-shop grid gap-6 py-8">
      <h1 className="text-h1">
        <Trans>Cart</Trans>
      </h1>
      {cart && cart.lines.length > 0 ? <FilledCart cart={cart} /> : <EmptyCart />}
    </div>
  );
}

function EmptyCart() {
  return (
    <EmptyState title={<Trans>Nothing here yet</Trans>}>
      <p>
        <Trans>What you put into the cart waits here for 30 days.</Trans>
      </p>
      <LinkButton to="/">
        <Trans>Look around</Trans>
      </LinkButton>
    </EmptyState>
  );
}

function FilledCart({ cart }: { cart: CartView }) {
  const changes = useCartChanges();
  const blocked = cart.lines.some((line) => line.warnings.some(({ kind }) => kind !== "price-changed"));
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[8fr_4fr]">
      <section className="grid gap-2">
        <p className="text-muted">
          <Plural value={cart.itemCount} one="# item" other="# items" />
        </p>
        <CartLines cart={cart} changes={changes} />
      </section>
      <aside className="grid gap-4 bg-linen p-5 lg:sticky lg:top-6">
        <FreeDeliveryBar cart={cart} />
        <CouponBox cart={cart} changes={changes} />
        <Totals totals={cart.totals} />
        {blocked ? (
          <p className="text-sm text-rowan">
            <Trans>Look at the marked lines first: then you can go on.</Trans>
          </p>
        ) : (
          <LinkButton to="/checkout">
            <Trans>Go to checkout</Trans>
          </LinkButton>
        )}
      </aside>
    </div>
  );
}
