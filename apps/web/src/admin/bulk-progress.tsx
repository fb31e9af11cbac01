import { Trans } from "@lingui/react/macro";
import { type BulkOutcome, type BulkSheet, isUnderWay } from "#admin/bulk-model.ts";
import { useBulkStates, useOutcomeTexts } from "#admin/bulk-texts.ts";
import { useLocale } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";

/** Outcomes that a state leaves nothing to do with. */
const LEFT = { checking: "waiting", running: "ready", undoing: "changed" } as const;
const SHOWN: BulkOutcome[] = ["ready", "changed", "restored", "unchanged", "refused", "kept"];

/** How far an edit has come, and how many products came to what. */
export function BulkProgress({ sheet }: { sheet: BulkSheet }) {
  const locale = useLocale();
  const state = useBulkStates()[sheet.state];
  const outcomes = useOutcomeTexts();
  const left = LEFT[sheet.state as keyof typeof LEFT];
  const { counts, products } = sheet;
  return (
    <section className="grid gap-3" aria-labelledby="bulk-state">
      <h2 id="bulk-state" className="text-h2" aria-live="polite">
        {state}
      </h2>
      {left && (
        <progress
          aria-label={state}
          value={products - counts[left]}
          max={products}
          className="h-3 w-full max-w-xl accent-spruce"
        />
      )}
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <div>
          <dt className="text-sm text-muted">
            <Trans>Products</Trans>
          </dt>
          <dd className="text-h3">{formatNumber(locale, products)}</dd>
        </div>
        {SHOWN.filter((outcome) => counts[outcome] > 0).map((outcome) => (
          <div key={outcome}>
            <dt className="text-sm text-muted">{outcomes[outcome]}</dt>
            <dd className="text-h3">{formatNumber(locale, counts[outcome])}</dd>
          </div>
        ))}
      </dl>
      {isUnderWay(sheet) && (
        <p className="text-muted">
          <Trans>You may leave this page: the shop goes on by itself, also after a restart.</Trans>
        </p>
      )}
    </section>
  );
}
