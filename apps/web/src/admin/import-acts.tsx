import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useExplainImportError } from "#admin/explain-import-refusal.ts";
import { ImportMapping, type Plan } from "#admin/import-mapping.tsx";
import { type Import, isUnderWay } from "#admin/import-model.ts";
import { useApi } from "#core/app.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

/** What can be done with an import where it stands: say what its columns mean, start it, undo it. */
export function ImportActs({ sheet }: { sheet: Import }) {
  const { imports } = useApi().catalog;
  const queryClient = useQueryClient();
  const explain = useExplainImportError();
  const { id, version, state } = sheet;
  const onSuccess = (next: Import) => {
    queryClient.setQueryData(imports.get.queryKey({ id }), next);
    return queryClient.invalidateQueries({ queryKey: imports.list.pathKey() });
  };
  const check = useMutation(imports.check.mutationOptions({ onSuccess }));
  const start = useMutation(imports.start.mutationOptions({ onSuccess }));
  const undo = useMutation(imports.undo.mutationOptions({ onSuccess }));
  if (isUnderWay(sheet)) return null;
  const error = check.error ?? start.error ?? undo.error;
  const plan = (told: Plan) => check.mutate({ id, version, ...told });
  const mapping = sheet.hasFile && <ImportMapping key={version} sheet={sheet} busy={check.isPending} onPlan={plan} />;
  return (
    <section className="grid gap-4">
      {error && <Alert>{explain(error)}</Alert>}
      {state === "uploaded" && (
        <>
          <h2 className="text-h2">
            <Trans>What the columns mean</Trans>
          </h2>
          {mapping}
        </>
      )}
      {state === "checked" && (
        <>
          <Button className="justify-self-start" busy={start.isPending} onClick={() => start.mutate({ id, version })}>
            <Trans>Start the import</Trans>
          </Button>
          <details>
            <summary className="inline-flex min-h-11 cursor-pointer items-center text-spruce underline">
              <Trans>Change what the columns mean</Trans>
            </summary>
            {mapping}
          </details>
        </>
      )}
      {(state === "done" || state === "failed") && (
        <Undo sheet={sheet} busy={undo.isPending} onUndo={() => undo.mutate({ id, version })} />
      )}
    </section>
  );
}

function Undo({ sheet: { changes }, busy, onUndo }: { sheet: Import; busy: boolean; onUndo: () => void }) {
  if (changes.products === 0)
    return (
      <p className="text-muted">
        <Trans>It changed nothing, so there is nothing to undo.</Trans>
      </p>
    );
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-spruce underline">
        <Trans>Undo this import</Trans>
      </summary>
      <div className="grid justify-items-start gap-3 border-l-2 border-shelf py-2 pl-4">
        <p className="max-w-[65ch]">
          <Plural
            value={changes.products}
            one="# product goes back to what it was, with its prices; if it was new, it is archived."
            other="# products go back to what they were, with their prices; new ones are archived."
          />{" "}
          <Trans>What somebody changed since is left alone and listed. Goods sold since stay sold.</Trans>
        </p>
        <Button tone="danger" busy={busy} onClick={onUndo}>
          <Trans>Undo the whole import</Trans>
        </Button>
      </div>
    </details>
  );
}
