import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ShoppingBag } from "lucide-react";
import { useApi, useLocale, useVisitor } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";

/** Asks for the cart only when there can be one; an answer of "add to cart" fills the badge without asking. */
export function CartLink() {
  const api = useApi();
  const locale = useLocale();
  const { currency, mayHaveCart } = useVisitor();
  const { data: cart } = useQuery(api.cart.view.queryOptions({ currency }, { enabled: mayHaveCart }));
  const count = cart?.itemCount ?? 0;

  return (
    <a
      href={localizePath(locale, "/cart")}
      className="relative inline-flex min-h-12 min-w-12 flex-col items-center justify-center rounded-button px-2 text-xs hover:bg-linen"
    >
      <ShoppingBag aria-hidden size={20} />
      <Trans>Cart</Trans>
      {count > 0 && (
        <>
          <span
            aria-hidden
            className="absolute top-0 right-0 min-w-5 rounded-full bg-spruce px-1 text-center text-xs font-medium text-paper"
          >
            {count > 99 ? "99+" : count}
          </span>
          <span className="sr-only">
            {", "}
            <Plural value={count} one="# item" other="# items" />
          </span>
        </>
      )}
    </a>
  );
}
