import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";
import { useApi, useVisitor } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";

export type CartView = inferOutput<Api["cart"]["view"]>;
export type CartLine = CartView["lines"][number];

/** The cart, null while none can exist or it is not here yet; what this page put into one is known without asking. */
export function useCart(): CartView | null {
  const { currency, mayHaveCart } = useVisitor();
  const api = useApi();
  const begun = useQueryClient().getQueryData(api.cart.view.queryKey({ currency })) !== undefined;
  return useQuery(api.cart.view.queryOptions({ currency }, { enabled: mayHaveCart || begun })).data ?? null;
}

/** One after another, so that each change starts from the answer before it. */
const SCOPE = { id: "cart" };

/** The shopper's changes to the cart. Each answer is the new cart and is shown at once. */
export function useCartChanges() {
  const api = useApi();
  const queryClient = useQueryClient();
  const { currency } = useVisitor();
  const key = api.cart.view.queryKey({ currency });
  const show = (cart: CartView) => queryClient.setQueryData(key, cart);
  const onError = (error: unknown) => {
    const refusal = refusalOf(error);
    if (refusal?.code === "cart.stale") show(refusal.details.cart);
    else void queryClient.invalidateQueries({ queryKey: key });
  };
  const options = { scope: SCOPE, onSuccess: show, onError };

  return {
    /** The wanted quantity shows before the answer; a refusal puts the truth back. */
    changeQuantity: useMutation(
      api.cart.changeQuantity.mutationOptions({
        ...options,
        onMutate: ({ variantId, quantity }) => {
          const cart = queryClient.getQueryData(key);
          if (!cart || quantity === 0) return;
          const lines = cart.lines.map((line) => (line.variantId === variantId ? { ...line, quantity } : line));
          queryClient.setQueryData(key, { ...cart, lines });
        },
      }),
    ),
    addItem: useMutation(api.cart.addItem.mutationOptions(options)),
    enterCode: useMutation(api.cart.enterCode.mutationOptions(options)),
    removeCode: useMutation(api.cart.removeCode.mutationOptions(options)),
  };
}
export type CartChanges = ReturnType<typeof useCartChanges>;
