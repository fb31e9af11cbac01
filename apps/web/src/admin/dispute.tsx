import { Trans } from "@lingui/react/macro";
import { useFieldName, useFieldValue } from "#admin/audit-terms.ts";
import type { Difference } from "#admin/product-conflict.ts";
import { Button } from "#core/ui/button.tsx";
import { Outcome } from "#core/ui/states.tsx";

interface DisputeProps {
  /** What was typed here and contradicts what somebody else saved meanwhile. */
  differences: Difference[];
  busy: boolean;
  onMine: () => void;
  onTheirs: () => void;
}

/** Somebody else saved the same meanwhile: what differs, and whose word counts. */
export function Dispute({ differences, busy, onMine, onTheirs }: DisputeProps) {
  const name = useFieldName();
  const shown = useFieldValue();
  const text = (field: string, value: unknown) => (value === null ? "—" : shown(field, value));
  return (
    <Outcome className="grid gap-3 rounded-button border border-rowan p-4">
      <p className="font-medium">
        <Trans>Somebody else has saved this meanwhile. Nothing of yours is lost: choose what counts.</Trans>
      </p>
      <dl className="grid gap-3">
        {differences.map(({ field, yours, theirs }) => (
          <div key={field} className="grid gap-x-4 sm:grid-cols-[10rem_1fr_1fr]">
            <dt className="text-muted">{name(field)}</dt>
            <dd className="wrap-anywhere">
              <Trans>Yours:</Trans> {text(field, yours)}
            </dd>
            <dd className="wrap-anywhere">
              <Trans>Theirs:</Trans> {text(field, theirs)}
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-3">
        <Button busy={busy} onClick={onMine}>
          <Trans>Save mine</Trans>
        </Button>
        <Button tone="secondary" onClick={onTheirs}>
          <Trans>Take theirs</Trans>
        </Button>
      </div>
    </Outcome>
  );
}
