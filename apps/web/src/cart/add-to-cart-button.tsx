import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useApi, useVisitor } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";
import { useExplainCartRefusal } from "#core/explain-cart-refusal.ts";

interface AddToCartButtonProps {
  variantId: string;
  /** Told to assistive technology where many such buttons stand side by side. */
  name?: string;
  dense?: boolean;
}

/** Puts one piece into the cart; the answer is the new cart, so nothing is asked twice. */
export function AddToCartButton({ variantId, name, dense = false }: AddToCartButtonProps) {
  const api = useApi();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const explain = useExplainCartRefusal();
  const { currency } = useVisitor();
  const addItem = useMutation(
    api.cart.addItem.mutationOptions({
      onSuccess: (cart) => {
        queryClient.setQueryData(api.cart.view.queryKey({ currency }), cart);
        showToast({
          message: (
            <Trans>
              It is in the cart.{" "}
              <Link to="/cart" className="underline">
                Go to the cart
              </Link>
            </Trans>
          ),
        });
      },
    }),
  );

  return (
    <div className="grid gap-2">
      <Button
        tone={dense ? "secondary" : "primary"}
        size={dense ? "dense" : "touch"}
        busy={addItem.isPending}
        onClick={() => addItem.mutate({ variantId, quantity: 1, currency })}
      >
        <Trans>Add to cart</Trans>
        {name && <span className="sr-only">: {name}</span>}
      </Button>
      {addItem.error && <Alert>{explain(refusalOf(addItem.error))}</Alert>}
    </div>
  );
}
