import { Trans } from "@lingui/react/macro";
import { CartLineRow } from "#cart/cart-line-row.tsx";
import { useExplainCartRefusal } from "#core/explain-cart-refusal.ts";
import type { CartChanges, CartLine, CartView } from "#cart/use-cart.ts";
import { refusalOf } from "#core/refusal.ts";
import { useLocalized } from "#core/texts.ts";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

/** The lines of a cart with quantity, removal and its undo; the same on the page and in the drawer. */
export function CartLines({ cart, changes }: { cart: CartView; changes: CartChanges }) {
  const explain = useExplainCartRefusal();
  const localized = useLocalized();
  const showToast = useToast();
  const { changeQuantity, addItem } = changes;
  const remove = ({ variantId, quantity, name }: CartLine) =>
    changeQuantity.mutate(
      { variantId, quantity: 0, version: cart.version },
      {
        onSuccess: () => {
          const removed = localized(name);
          showToast({
            message: <Trans>{removed} is out of the cart.</Trans>,
            undo: () => addItem.mutate({ variantId, quantity, currency: cart.currency }),
          });
        },
      },
    );
  const fault = changeQuantity.error ?? addItem.error;

  return (
    <>
      {fault && <Alert>{explain(refusalOf(fault))}</Alert>}
      <ul>
        {cart.lines.map((line) => (
          <CartLineRow
            key={line.variantId}
            line={line}
            currency={cart.currency}
            busy={changeQuantity.isPending}
            onQuantity={(quantity) =>
              changeQuantity.mutate({ variantId: line.variantId, quantity, version: cart.version })
            }
            onRemove={() => remove(line)}
          />
        ))}
      </ul>
    </>
  );
}
