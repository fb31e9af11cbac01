import { Trans } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Import } from "#admin/import-model.ts";
import { useFaultText } from "#admin/import-texts.ts";
import { useApi } from "#core/app.ts";
import { ShowMore } from "#core/ui/show-more.tsx";

/** Rows that were not taken, or not wholly, each with its column and reason. */
export function ImportFaults({ sheet: { id, state, rejected, notices } }: { sheet: Import }) {
  const wording = useFaultText();
  const found = useInfiniteQuery({
    ...useApi().catalog.imports.faults.infiniteQueryOptions(
      { id },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
    enabled: rejected + notices > 0 && state !== "checking" && state !== "running",
  });
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-h2">
          <Trans>Rows with faults</Trans>
        </h2>
        <a
          href={`/download/imports/${id}/faults.csv`}
          className="inline-flex min-h-11 items-center text-spruce underline"
        >
          <Trans>Download all as CSV</Trans>
        </a>
      </div>
      <div className="overflow-x-auto" role="region" tabIndex={0} aria-labelledby="faults-caption">
        <table className="w-full text-left">
          <caption id="faults-caption" className="sr-only">
            <Trans>Rows with faults</Trans>
          </caption>
          <thead className="text-sm text-muted">
            <tr className="border-b border-edge">
              <th scope="col" className="py-2 pr-4 font-medium">
                <Trans>Row</Trans>
              </th>
              <th scope="col" className="py-2 pr-4 font-medium">
                <Trans>Product</Trans>
              </th>
              <th scope="col" className="py-2 pr-4 font-medium">
                <Trans>Column</Trans>
              </th>
              <th scope="col" className="py-2 font-medium">
                <Trans>What is wrong</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((fault, index) => (
              <tr key={`${fault.row} ${fault.field} ${index}`} className="border-b border-line align-top">
                <td className="py-2 pr-4">{fault.row}</td>
                <td className="py-2 pr-4">{fault.externalId}</td>
                <td className="py-2 pr-4">
                  <code>{fault.field}</code>
                </td>
                <td className="py-2">
                  {wording(fault)}
                  {!fault.rejected && (
                    <span className="text-muted">
                      {" "}
                      <Trans>(the rest of the row is taken)</Trans>
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ShowMore pages={found} />
    </section>
  );
}
