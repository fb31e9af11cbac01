import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Import } from "#admin/import-model.ts";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";

/** What undoing came to: how many products went back, and which did not. */
export function ImportRefusals({ sheet: { id, state, changes } }: { sheet: Import }) {
  const localized = useLocalized();
  const wanted = state === "undone" && changes.refused > 0;
  const refusals = useQuery({ ...useApi().catalog.imports.refusals.queryOptions({ id }), enabled: wanted }).data ?? [];
  if (state !== "undone") return null;
  return (
    <section className="grid gap-2">
      <p>
        <Plural
          value={changes.restored}
          _0="No product went back."
          one="# product went back."
          other="# products went back."
        />
      </p>
      {wanted && (
        <>
          <h2 className="text-h2">
            <Trans>Left alone, because they were changed after the import</Trans>
          </h2>
          <ul className="grid">
            {refusals.map(({ productId, name }) => (
              <li key={productId}>
                <Link
                  to="/admin/products/$id"
                  params={{ id: productId }}
                  className="inline-flex min-h-11 items-center text-spruce underline"
                >
                  {localized(name)}
                </Link>
              </li>
            ))}
          </ul>
          {changes.refused > refusals.length && (
            <p className="text-muted">
              <Trans>Only the first 100 are shown.</Trans>
            </p>
          )}
        </>
      )}
    </section>
  );
}
