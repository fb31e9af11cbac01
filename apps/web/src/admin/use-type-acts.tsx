import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ProductType } from "#admin/type-model.ts";
import { useApi } from "#core/app.ts";
import { useToast } from "#core/ui/toast.tsx";

/** Makes, changes and deletes a product type; products of it are asked anew, and a refusal looks at the types again. */
export function useTypeActs() {
  const { attributes, types, products } = useApi().catalog;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const showToast = useToast();
  const renew = () =>
    Promise.all(
      [types.pathKey(), attributes.use.pathKey(), products.pathKey()].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  const keep = async ({ id }: ProductType) => {
    await renew();
    showToast({ message: <Trans>The product type is saved.</Trans> });
    await navigate({ to: "/admin/types/$id", params: { id } });
  };
  const leave = async () => {
    await navigate({ to: "/admin/types" });
    await renew();
  };
  const lookAgain = () => queryClient.invalidateQueries({ queryKey: types.pathKey() });
  return {
    create: useMutation(types.create.mutationOptions({ onSuccess: keep })),
    change: useMutation(types.change.mutationOptions({ onSuccess: keep, onError: lookAgain })),
    remove: useMutation(types.remove.mutationOptions({ onSuccess: leave, onError: lookAgain })),
  };
}
