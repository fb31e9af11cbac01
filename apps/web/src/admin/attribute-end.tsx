import { Trans } from "@lingui/react/macro";
import type { Attribute } from "#admin/attribute-model.ts";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import { useAttributeActs } from "#admin/use-attribute-acts.tsx";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

/** The end of an attribute that nobody needs. */
export function AttributeEnd({ attribute: { code, version } }: { attribute: Attribute }) {
  const { remove } = useAttributeActs();
  const explain = useExplainProductRefusal();
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-rowan underline">
        <Trans>Delete the attribute</Trans>
      </summary>
      <div className="grid justify-items-start gap-3 border-l-2 border-shelf py-2 pl-4">
        <p>
          <Trans>Only an attribute that no product says and no product type has can be deleted.</Trans>
        </p>
        {remove.error && <Alert>{explain(refusalOf(remove.error))}</Alert>}
        <Button tone="danger" busy={remove.isPending} onClick={() => remove.mutate({ code, version })}>
          <Trans>Delete for good</Trans>
        </Button>
      </div>
    </details>
  );
}
