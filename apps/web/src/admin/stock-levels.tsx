import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { StockActs } from "#admin/stock-acts.tsx";
import type { StockItem } from "#admin/stock-terms.ts";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";

/** What lies in each place; whoever may changes it on the spot. */
export function StockLevels({ item, editable }: { item: StockItem; editable: boolean }) {
  const { t } = useLingui();
  const localized = useLocalized();
  const places = useSuspenseQuery(useApi().inventory.locations.list.queryOptions()).data;
  return (
    <section className="grid gap-4">
      <h2 className="text-h2">
        <Trans>What lies where</Trans>
      </h2>
      <ul className="grid gap-4" aria-label={t`What lies where`}>
        {places.map((place) => {
          const level = item.levels.find(({ locationId }) => locationId === place.id);
          const { onHand = 0, reserved = 0 } = level ?? {};
          return (
            <li key={place.id} className="grid gap-1 border-t border-edge pt-3">
              <h3 className="text-base font-semibold">
                {localized(place.name)}
                {place.closed && (
                  <strong className="ml-2 text-rowan">
                    <Trans>closed place</Trans>
                  </strong>
                )}
              </h3>
              <p>
                <Plural value={onHand} _0="Nothing lies here" one="# piece on hand" other="# pieces on hand" />
                {reserved > 0 && (
                  <span className="text-muted">
                    {" "}
                    · <Trans>{reserved} promised</Trans>
                  </span>
                )}
              </p>
              {editable && <StockActs variantId={item.variantId} locationId={place.id} onHand={onHand} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
