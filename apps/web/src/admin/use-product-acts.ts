import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Product } from "#admin/product-model.ts";
import { useApi } from "#core/app.ts";

/** After a change of a product: its page shows what the shop answered, and lists, checklist and trail are asked anew. */
export function useKeepProduct(): (product: Product) => Promise<void> {
  const { catalog, core } = useApi();
  const queryClient = useQueryClient();
  return async (product) => {
    const { products } = catalog;
    queryClient.setQueryData(products.get.queryKey({ id: product.id }), product);
    await Promise.all(
      [products.list.pathKey(), products.checklist.pathKey(), core.audit.list.pathKey()].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  };
}

/** What staff do to a product as a whole. */
export function useProductActs() {
  const { products } = useApi().catalog;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const onSuccess = useKeepProduct();
  const leave = async () => {
    await navigate({ to: "/admin/products" });
    await queryClient.invalidateQueries({ queryKey: products.list.pathKey() });
  };
  return {
    change: useMutation(products.change.mutationOptions({ onSuccess })),
    setOptions: useMutation(products.setOptions.mutationOptions({ onSuccess })),
    generateVariants: useMutation(products.generateVariants.mutationOptions({ onSuccess })),
    saveVariants: useMutation(products.saveVariants.mutationOptions({ onSuccess })),
    archiveVariants: useMutation(products.archiveVariants.mutationOptions({ onSuccess })),
    publish: useMutation(products.publish.mutationOptions({ onSuccess })),
    unpublish: useMutation(products.unpublish.mutationOptions({ onSuccess })),
    archive: useMutation(products.archive.mutationOptions({ onSuccess })),
    remove: useMutation(products.remove.mutationOptions({ onSuccess: leave })),
  };
}
