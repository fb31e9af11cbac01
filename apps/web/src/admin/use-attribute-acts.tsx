import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Attribute } from "#admin/attribute-model.ts";
import { useApi } from "#core/app.ts";
import { useToast } from "#core/ui/toast.tsx";

/** Makes, changes and deletes an attribute; whatever shows it is asked anew, and a refusal looks at it again. */
export function useAttributeActs() {
  const { attributes, types, products } = useApi().catalog;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const showToast = useToast();
  const renew = () =>
    Promise.all(
      [attributes.list.pathKey(), attributes.use.pathKey(), types.pathKey(), products.pathKey()].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  const keep = async (attribute: Attribute) => {
    const { code } = attribute;
    queryClient.setQueryData(attributes.get.queryKey({ code }), attribute);
    showToast({ message: <Trans>The attribute is saved.</Trans> });
    await navigate({ to: "/admin/attributes/edit", search: { code } });
    await renew();
  };
  const leave = async () => {
    await navigate({ to: "/admin/attributes" });
    await renew();
  };
  const lookAgain = (_: unknown, { code }: { code: string }) =>
    queryClient.invalidateQueries({ queryKey: attributes.get.queryKey({ code }) });
  return {
    create: useMutation(attributes.create.mutationOptions({ onSuccess: keep })),
    change: useMutation(attributes.change.mutationOptions({ onSuccess: keep, onError: lookAgain })),
    remove: useMutation(attributes.remove.mutationOptions({ onSuccess: leave, onError: lookAgain })),
  };
}
