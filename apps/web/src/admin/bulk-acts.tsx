import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { BulkSheet } from "#admin/bulk-model.ts";
import { useExplainBulkRefusal } from "#admin/explain-bulk-refusal.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

/** What can be done with an edit where it stands. */
export function BulkActs({ sheet }: { sheet: BulkSheet }) {
  const { catalog } = useApi();
  const queryClient = useQueryClient();
  const explain = useExplainBulkRefusal();
  const onSuccess = async (next: BulkSheet) => {
    queryClient.setQueryData(catalog.bulk.get.queryKey({ id: next.id }), next);
    await queryClient.invalidateQueries({ queryKey: catalog.products.pathKey() });
  };
  const start = useMutation(catalog.bulk.start.mutationOptions({ onSuccess }));
  const undo = useMutation(catalog.bulk.undo.mutationOptions({ onSuccess }));
  const { id, version, state, counts } = sheet;
  const error = start.error ?? undo.error;
  return (
    <>
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      {state === "checked" && counts.ready > 0 && (
        <Button className="justify-self-start" busy={start.isPending} onClick={() => start.mutate({ id, version })}>
          <Plural value={counts.ready} one="Change # product" other="Change # products" />
        </Button>
      )}
      {state === "checked" && counts.ready === 0 && (
        <p>
          <Trans>Nothing would change, so there is nothing to do.</Trans>
        </p>
      )}
      {(state === "done" || state === "failed") && counts.changed > 0 && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-spruce underline">
            <Trans>Undo this change</Trans>
          </summary>
          <div className="grid justify-items-start gap-3 border-l-2 border-shelf py-2 pl-4">
            <p className="max-w-[65ch]">
              <Plural
                value={counts.changed}
                one="# product goes back to what it was."
                other="# products go back to what they were."
              />{" "}
              <Trans>What somebody changed since is left alone and listed.</Trans>
            </p>
            <Button tone="danger" busy={undo.isPending} onClick={() => undo.mutate({ id, version })}>
              <Trans>Undo all of it</Trans>
            </Button>
          </div>
        </details>
      )}
    </>
  );
}
