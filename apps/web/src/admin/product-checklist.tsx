import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useBlockerText } from "#admin/blocker-text.ts";
import type { Product } from "#admin/product-model.ts";
import { useApi } from "#core/app.ts";

/** "Can it be bought?": yes, or everything that is missing. */
export function ProductChecklist({ product: { id } }: { product: Product }) {
  const blockers = useQuery(useApi().catalog.products.checklist.queryOptions({ id }, { staleTime: 0 })).data;
  const text = useBlockerText();
  return (
    <section aria-live="polite" className="grid gap-2">
      <h2 className="text-h3">
        <Trans>Can it be bought?</Trans>
      </h2>
      {blockers === undefined && (
        <p className="text-muted">
          <Trans>One moment…</Trans>
        </p>
      )}
      {blockers?.length === 0 && (
        <p className="text-spruce">
          <Trans>Nothing is missing.</Trans>
        </p>
      )}
      {blockers && blockers.length > 0 && (
        <>
          <p>
            <Trans>Not yet. Missing:</Trans>
          </p>
          <ul className="grid list-disc gap-1 pl-5">
            {blockers.map((blocker) => {
              const line = text(blocker);
              return <li key={line}>{line}</li>;
            })}
          </ul>
        </>
      )}
    </section>
  );
}
