import { Plural, Trans } from "@lingui/react/macro";
import { Link, useLocation } from "@tanstack/react-router";
import { lazy, type MouseEvent, Suspense, useCallback, useState } from "react";
import { BagIcon } from "#core/ui/icons.tsx";
import { useCart } from "#cart/use-cart.ts";

const loadDrawer = () => import("#cart/cart-drawer.tsx").then(({ CartDrawer }) => ({ default: CartDrawer }));
const CartDrawer = lazy(loadDrawer);

const plainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/** A link to the cart's page that opens the drawer instead where it can; the drawer's script comes on intent. */
export function CartButton() {
  const { pathname } = useLocation();
  const [drawer, setDrawer] = useState<"never opened" | "open" | "closed">("never opened");
  const close = useCallback(() => setDrawer("closed"), []);
  const count = useCart()?.itemCount ?? 0;

  return (
    <>
      <Link
        to="/cart"
        preload={false}
        className="relative inline-flex min-h-12 min-w-12 flex-col items-center justify-center rounded-button px-2 text-xs hover:bg-linen"
        onPointerEnter={() => void loadDrawer()}
        onFocus={() => void loadDrawer()}
        onClick={(event) => {
          if (!plainClick(event) || pathname === "/cart" || pathname === "/checkout") return;
          event.preventDefault();
          setDrawer("open");
        }}
      >
        <BagIcon />
        <Trans>Cart</Trans>
        {count > 0 && <Badge count={count} />}
      </Link>
      {drawer !== "never opened" && (
        <Suspense fallback={null}>
          <CartDrawer open={drawer === "open"} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

function Badge({ count }: { count: number }) {
  return (
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
  );
}
