import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useExplainStockRefusal } from "#admin/explain-stock-refusal.ts";
import { ReasonForm } from "#admin/reason-form.tsx";
import { usePlaceName } from "#admin/stock-terms.ts";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";

type Drift = inferOutput<Api["inventory"]["drift"]["list"]>[number];

/** What the check found: shown until somebody sets it right with a reason. Nothing while the books are sound. */
export function DriftList() {
  const api = useApi();
  const drifts = useQuery(api.inventory.drift.list.queryOptions()).data ?? [];
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  if (drifts.length === 0) return null;
  return (
    <section role="alert" className="grid gap-2 rounded-button border border-rowan bg-rowan-tint p-4">
      <h2 className="text-base font-semibold text-rowan">
        <Trans>The book does not add up</Trans>
      </h2>
      <p>
        <Trans>
          These levels are not the sum of their movements and holds. Count the shelf, find out why, then set the book
          right: it takes what movements and holds say.
        </Trans>
      </p>
      <ul>
        {drifts.map((drift) => (
          <Row key={`${drift.variantId} ${drift.locationId}`} drift={drift} editable={rights.includes("stock:write")} />
        ))}
      </ul>
    </section>
  );
}

function Row({ drift, editable }: { drift: Drift; editable: boolean }) {
  const { inventory } = useApi();
  const queryClient = useQueryClient();
  const placeName = usePlaceName();
  const explain = useExplainStockRefusal();
  const repair = useMutation(
    inventory.drift.repair.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: inventory.pathKey() }),
    }),
  );
  const { variantId, locationId, sku, onHand, moved, reserved, held } = drift;
  const act = {
    ...repair,
    mutate: (reason: string) => repair.mutate({ variantId, locationId, onHand, reserved, reason }),
  };
  return (
    <li className="grid gap-1 border-t border-line py-2">
      <Link to="/admin/stock/$variantId" params={{ variantId }} className="font-medium break-all text-spruce underline">
        {sku}
      </Link>
      <p>
        {placeName(locationId)}:{" "}
        <Trans>
          on hand {onHand}, by its movements {moved}; promised {reserved}, by its holds {held}
        </Trans>
      </p>
      {editable && <ReasonForm name={<Trans>Set the book right</Trans>} act={act} explain={explain} />}
    </li>
  );
}
