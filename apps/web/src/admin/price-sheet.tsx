import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useExplainPriceRefusal } from "#admin/explain-price-refusal.ts";
import { draftKey, type PriceDrafts, type PricedVariant, PriceGrid } from "#admin/price-grid.tsx";
import { amountTyped } from "#admin/price-text.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";
import { CURRENCIES } from "#core/visitor.ts";

/** As many as one change may set. */
const MOST = 100;

/** What the drafts ask for, with the prices that were seen; a former price stays while it is above the new one. */
function settingsOf(variants: readonly PricedVariant[], drafts: PriceDrafts) {
  return variants.flatMap(({ variantId, prices }) =>
    CURRENCIES.flatMap((currency) => {
      const text = drafts[draftKey(variantId, currency)];
      const amount = text === undefined ? undefined : amountTyped(text);
      const seen = prices.find((price) => price.currency === currency && !price.converted);
      if (amount === undefined || amount === (seen?.amount ?? null)) return [];
      const compareAt = amount !== null && seen?.compareAt != null && seen.compareAt > amount ? seen.compareAt : null;
      return [{ variantId, currency, amount, compareAt, seenId: seen?.id ?? null }];
    }),
  );
}

/** A grid of prices and the bar that saves what was typed: all of it or nothing. */
export function PriceSheet({ variants, editable }: { variants: readonly PricedVariant[]; editable: boolean }) {
  const { pricing, catalog } = useApi();
  const { prices } = pricing;
  const queryClient = useQueryClient();
  const explain = useExplainPriceRefusal();
  const showToast = useToast();
  const [drafts, setDrafts] = useState<PriceDrafts>({});
  const save = useMutation(
    prices.set.mutationOptions({
      onSuccess: () => {
        setDrafts({});
        showToast({ message: <Trans>The prices are saved.</Trans> });
      },
      onSettled: () =>
        Promise.all(
          [prices.pathKey(), catalog.products.checklist.pathKey()].map((queryKey) =>
            queryClient.invalidateQueries({ queryKey }),
          ),
        ),
    }),
  );
  const settings = settingsOf(variants, drafts);
  const wrong = Object.values(drafts).some((text) => amountTyped(text) === undefined);
  return (
    <div className="grid gap-4">
      {save.error && <Alert>{explain(refusalOf(save.error))}</Alert>}
      <PriceGrid
        variants={variants}
        drafts={drafts}
        editable={editable}
        onType={(key, text) => setDrafts((former) => ({ ...former, [key]: text }))}
      />
      {editable && (settings.length > 0 || wrong) && (
        <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-edge bg-paper py-3">
          <Button
            busy={save.isPending}
            disabled={wrong || settings.length > MOST}
            onClick={() => save.mutate({ prices: settings.slice(0, MOST) })}
          >
            <Plural value={settings.length} one="Save # price" other="Save # prices" />
          </Button>
          <Button tone="secondary" onClick={() => setDrafts({})}>
            <Trans>Discard</Trans>
          </Button>
          <p className="text-muted" role="status">
            {wrong ? (
              <Trans>
                Some fields hold no price: type a number such as 1290.50, or nothing to take it out of sale.
              </Trans>
            ) : settings.length > MOST ? (
              <Trans>At most {MOST} prices can be saved at once.</Trans>
            ) : (
              <Trans>They hold from the moment you save.</Trans>
            )}
          </p>
        </div>
      )}
    </div>
  );
}
