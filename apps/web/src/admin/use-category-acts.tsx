import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { PlacedCategory } from "#admin/category-queries.ts";
import { useApi } from "#core/app.ts";
import { useToast } from "#core/ui/toast.tsx";

/** Makes, changes, moves and deletes categories; from a deleted one the way leads to where it lay. */
export function useCategoryActs() {
  const { tree } = useApi().catalog;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const showToast = useToast();
  const keep = async (category: PlacedCategory) => {
    queryClient.setQueryData(tree.get.queryKey({ id: category.id }), category);
    await queryClient.invalidateQueries({ queryKey: tree.pathKey() });
  };
  const say = async (category: PlacedCategory) => {
    await keep(category);
    showToast({ message: <Trans>The category is saved.</Trans> });
  };
  return {
    create: useMutation(tree.create.mutationOptions({ onSuccess: say })),
    change: useMutation(tree.change.mutationOptions({ onSuccess: say })),
    move: useMutation(tree.move.mutationOptions({ onSuccess: keep })),
    leave: async (parentId: string | null) => {
      await navigate({ to: "/admin/categories", search: parentId === null ? {} : { in: parentId } });
      await queryClient.invalidateQueries({ queryKey: tree.list.pathKey() });
      showToast({ message: <Trans>The category is deleted.</Trans> });
    },
    remove: useMutation(tree.remove.mutationOptions()),
  };
}
