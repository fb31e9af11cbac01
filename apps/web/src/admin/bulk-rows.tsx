import { Trans } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { useFieldsText } from "#admin/bulk-field-texts.ts";
import type { BulkOutcome, BulkRow, BulkSheet } from "#admin/bulk-model.ts";
import { useReasonText } from "#admin/bulk-texts.ts";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";
import { ShowMore } from "#core/ui/show-more.tsx";

interface BulkRowsProps {
  sheet: BulkSheet;
  title: ReactNode;
  outcomes: BulkOutcome[];
}

const HEAD = "py-2 pr-4 font-medium";

/** Products of an edit that came to one of these outcomes, before and after, or why not. */
export function BulkRows({ sheet, title, outcomes }: BulkRowsProps) {
  const captionId = useId();
  const count = outcomes.reduce((sum, outcome) => sum + sheet.counts[outcome], 0);
  const found = useInfiniteQuery({
    ...useApi().catalog.bulk.rows.infiniteQueryOptions(
      { id: sheet.id, outcomes },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
    enabled: count > 0,
  });
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  if (rows.length === 0) return null;
  const refused = outcomes.includes("refused") || outcomes.includes("kept");
  return (
    <section className="grid gap-3">
      <h2 className="text-h2">{title}</h2>
      <div className="overflow-x-auto" role="region" tabIndex={0} aria-labelledby={captionId}>
        <table className="w-full text-left">
          <caption id={captionId} className="sr-only">
            {title}
          </caption>
          <thead className="text-sm text-muted">
            <tr className="border-b border-edge">
              <th scope="col" className={HEAD}>
                <Trans>Product</Trans>
              </th>
              {refused ? (
                <th scope="col" className={HEAD}>
                  <Trans>Why</Trans>
                </th>
              ) : (
                <>
                  <th scope="col" className={HEAD}>
                    <Trans>Before</Trans>
                  </th>
                  <th scope="col" className={HEAD}>
                    <Trans>After</Trans>
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.productId} row={row} sheet={sheet} refused={refused} />
            ))}
          </tbody>
        </table>
      </div>
      <ShowMore pages={found} />
    </section>
  );
}

function Row({ row, sheet, refused }: { row: BulkRow; sheet: BulkSheet; refused: boolean }) {
  const localized = useLocalized();
  const reason = useReasonText();
  const text = useFieldsText(sheet.change);
  const [from, to] = row.outcome === "restored" ? [row.after, row.before] : [row.before, row.after];
  return (
    <tr className="border-b border-line align-baseline">
      <td className="pr-4">
        {row.name ? (
          <Link
            to="/admin/products/$id"
            params={{ id: row.productId }}
            className="inline-flex min-h-11 items-center text-spruce underline"
          >
            {localized(row.name)}
          </Link>
        ) : (
          <span className="text-muted">
            <Trans>deleted</Trans>
          </span>
        )}{" "}
        {row.sku !== null && <code className="wrap-anywhere">{row.sku}</code>}
      </td>
      {refused ? (
        <td className="py-2 pr-4">{reason(row)}</td>
      ) : (
        <>
          <td className="py-2 pr-4">{text(from)}</td>
          <td className="py-2 pr-4">{text(to)}</td>
        </>
      )}
    </tr>
  );
}
