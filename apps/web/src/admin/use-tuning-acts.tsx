import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";
import { useToast } from "#core/ui/toast.tsx";

/** Saves and deletes rules of the search; each leads back to the list of them. */
export function useTuningActs() {
  const { tuning } = useApi().search;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const showToast = useToast();
  const leave = async () => {
    await navigate({ to: "/admin/search" });
    await queryClient.invalidateQueries({ queryKey: tuning.pathKey() });
  };
  const onSuccess = async () => {
    showToast({ message: <Trans>The rule is saved: it holds from the next search on.</Trans> });
    await leave();
  };
  return {
    createSynonym: useMutation(tuning.createSynonym.mutationOptions({ onSuccess })),
    changeSynonym: useMutation(tuning.changeSynonym.mutationOptions({ onSuccess })),
    removeSynonym: useMutation(tuning.removeSynonym.mutationOptions({ onSuccess: leave })),
    createQueryRule: useMutation(tuning.createQueryRule.mutationOptions({ onSuccess })),
    changeQueryRule: useMutation(tuning.changeQueryRule.mutationOptions({ onSuccess })),
    removeQueryRule: useMutation(tuning.removeQueryRule.mutationOptions({ onSuccess: leave })),
  };
}
