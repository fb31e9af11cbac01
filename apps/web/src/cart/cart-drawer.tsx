import { Trans } from "@lingui/react/macro";
import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { CartLines } from "#cart/cart-lines.tsx";
import { FreeDeliveryBar } from "#cart/free-delivery-bar.tsx";
import { useCart, useCartChanges } from "#cart/use-cart.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { Drawer } from "#core/ui/drawer.tsx";
import { Totals } from "#core/ui/totals.tsx";

interface CartDrawerProps {
  open: boolean;
  onClose: () => void;
}

/** The cart at the edge of whatever page one is on. */
export function CartDrawer({ open, onClose }: CartDrawerProps) {
  const cart = useCart();
  const changes = useCartChanges();
  useCloseOnLeaving(onClose);

  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={<Trans>Cart</Trans>}
      footer={
        cart &&
        cart.lines.length > 0 && (
          <div className="grid gap-4">
            <Totals totals={cart.totals} />
            <LinkButton to="/cart">
              <Trans>Go to the cart</Trans>
            </LinkButton>
          </div>
        )
      }
    >
      {cart && cart.lines.length > 0 ? (
        <div className="grid gap-4">
          <FreeDeliveryBar cart={cart} />
          <CartLines cart={cart} changes={changes} />
        </div>
      ) : (
        <p className="text-muted">
          <Trans>Nothing here yet</Trans>
        </p>
      )}
    </Drawer>
  );
}

/** A link inside leads to another page, where the drawer would be in the way. */
function useCloseOnLeaving(onClose: () => void) {
  const { pathname } = useLocation();
  useEffect(() => onClose, [pathname, onClose]);
}
