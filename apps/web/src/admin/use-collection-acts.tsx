import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Collection } from "#admin/collection-rule-draft.ts";
import { useApi } from "#core/app.ts";
import { useToast } from "#core/ui/toast.tsx";

/** Makes, changes and deletes a collection; a new one leads to its own page, a deleted one back to the list. */
export function useCollectionActs() {
  const { collections } = useApi().catalog;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const showToast = useToast();
  const keep = async (collection: Collection) => {
    queryClient.setQueryData(collections.get.queryKey({ id: collection.id }), collection);
    await queryClient.invalidateQueries({ queryKey: collections.pathKey() });
  };
  const say = async (collection: Collection) => {
    await keep(collection);
    showToast({ message: <Trans>The collection is saved.</Trans> });
    await navigate({ to: "/admin/collections/$id", params: { id: collection.id } });
  };
  const leave = async () => {
    await navigate({ to: "/admin/collections" });
    await queryClient.invalidateQueries({ queryKey: collections.list.pathKey() });
  };
  return {
    create: useMutation(collections.create.mutationOptions({ onSuccess: say })),
    change: useMutation(collections.change.mutationOptions({ onSuccess: say })),
    remove: useMutation(collections.remove.mutationOptions({ onSuccess: leave })),
    pick: useMutation(collections.pick.mutationOptions({ onSuccess: keep })),
    drop: useMutation(collections.drop.mutationOptions({ onSuccess: keep })),
  };
}
