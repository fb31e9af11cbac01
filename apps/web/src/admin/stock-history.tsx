import { Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { formatMoment } from "#admin/format-moment.ts";
import { type StockMovement, useMovementNames, usePlaceName } from "#admin/stock-terms.ts";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { ShowMore } from "#core/ui/show-more.tsx";

export const historyOf = (api: Api, variantId: string) =>
  api.inventory.stock.movements.infiniteQueryOptions(
    { variantId },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );

/** Every movement of a variant, the newest first: who, when, why. */
export function StockHistory({ variantId }: { variantId: string }) {
  const pages = useSuspenseInfiniteQuery(historyOf(useApi(), variantId));
  const movements = pages.data.pages.flatMap((page) => page.movements);
  return (
    <section className="grid gap-3">
      <h2 className="text-h2">
        <Trans>What moved it</Trans>
      </h2>
      {movements.length === 0 ? (
        <p className="text-muted">
          <Trans>Nothing yet: receive the first goods above.</Trans>
        </p>
      ) : (
        <ol>
          {movements.map((movement) => (
            <Entry key={movement.id} movement={movement} />
          ))}
        </ol>
      )}
      <ShowMore pages={pages} />
    </section>
  );
}

function Entry({ movement }: { movement: StockMovement }) {
  const locale = useLocale();
  const names = useMovementNames();
  const placeName = usePlaceName();
  const { delta, kind, locationId, at, reference, note, actor, actorName } = movement;
  return (
    <li className="grid gap-x-4 border-b border-line py-2 sm:grid-cols-[5rem_12rem_1fr]">
      <strong className="tabular-nums">{delta > 0 ? `+${delta}` : `−${-delta}`}</strong>
      <span className="text-muted tabular-nums">{formatMoment(locale, at)}</span>
      <span className="min-w-0 break-words">
        {names[kind]} · {placeName(locationId)}
        {reference !== null && <> · {reference}</>}
        <span className="block text-muted">
          {note !== null && <>{note} — </>}
          {actorName ?? actor}
        </span>
      </span>
    </li>
  );
}
