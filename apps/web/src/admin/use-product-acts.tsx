import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Product } from "#admin/product-model.ts";
import { useApi } from "#core/app.ts";
import { useToast } from "#core/ui/toast.tsx";

/** After a change of a product: its page shows what the shop answered, and lists, checklist, prices and trail are asked anew. */
function useKeepProduct(): (product: Product) => Promise<void> {
  const { catalog, core, pricing } = useApi();
  const queryClient = useQueryClient();
  return async (product) => {
    const { products } = catalog;
    queryClient.setQueryData(products.get.queryKey({ id: product.id }), product);
    await Promise.all(
      [
        products.list.pathKey(),
        products.checklist.pathKey(),
        catalog.translations.pathKey(),
        core.audit.list.pathKey(),
        pricing.prices.list.pathKey(),
      ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    );
  };
}

/** What staff do to a product as a whole. */
export function useProductActs() {
  const { products } = useApi().catalog;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const onSuccess = useKeepProduct();
  const showToast = useToast();
  // Not where a form calls: the new version draws another form before the answer is there.
  const onSaved = async (product: Product) => {
    await onSuccess(product);
    showToast({ message: <Trans>The product is saved.</Trans> });
  };
  const leave = async () => {
    await navigate({ to: "/admin/products" });
    await queryClient.invalidateQueries({ queryKey: products.list.pathKey() });
  };
  return {
    change: useMutation(products.change.mutationOptions({ onSuccess: onSaved })),
    classify: useMutation(products.classify.mutationOptions({ onSuccess: onSaved })),
    setOptions: useMutation(products.setOptions.mutationOptions({ onSuccess: onSaved })),
    generateVariants: useMutation(products.generateVariants.mutationOptions({ onSuccess: onSaved })),
    saveVariants: useMutation(products.saveVariants.mutationOptions({ onSuccess: onSaved })),
    archiveVariants: useMutation(products.archiveVariants.mutationOptions({ onSuccess })),
    publish: useMutation(products.publish.mutationOptions({ onSuccess })),
    unpublish: useMutation(products.unpublish.mutationOptions({ onSuccess })),
    archive: useMutation(products.archive.mutationOptions({ onSuccess })),
    remove: useMutation(products.remove.mutationOptions({ onSuccess: leave })),
  };
}
