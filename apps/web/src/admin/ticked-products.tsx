import { Plural, Trans } from "@lingui/react/macro";
import { useState } from "react";
import { type BulkSelection, MOST_TICKED } from "#admin/bulk-model.ts";
import { BulkPanel } from "#admin/bulk-panel.tsx";
import type { ProductRow, ProductStatus } from "#admin/product-model.ts";
import { ProductTable } from "#admin/product-table.tsx";
import { Button } from "#core/ui/button.tsx";

interface TickedProductsProps {
  products: ProductRow[];
  /** What the list shows, also beyond its page. */
  filter: { q?: string; status?: ProductStatus };
}

/** A list of products of which several can be ticked and changed together. */
export function TickedProducts({ products, filter }: TickedProductsProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [selection, setSelection] = useState<BulkSelection | null>(null);
  const onTick = (ids: string[], on: boolean) => {
    const all = on ? [...ticked, ...ids] : [...ticked].filter((id) => !ids.includes(id));
    const next = new Set(all.slice(0, MOST_TICKED));
    setTicked(next);
    if (selection && "ids" in selection) setSelection(next.size > 0 ? { ids: [...next] } : null);
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span aria-live="polite">
          {ticked.size === 0 ? (
            <Trans>Nothing is ticked.</Trans>
          ) : (
            <Plural value={ticked.size} one="# product is ticked." other="# products are ticked." />
          )}
        </span>
        <Button
          tone="secondary"
          size="dense"
          className="min-h-11"
          disabled={ticked.size === 0}
          onClick={() => setSelection({ ids: [...ticked] })}
        >
          <Trans>Change those ticked</Trans>
        </Button>
        <Button tone="quiet" size="dense" className="min-h-11" onClick={() => setSelection({ filter })}>
          <Trans>Change all of this list</Trans>
        </Button>
      </div>
      {selection && (
        <BulkPanel
          key={"ids" in selection ? "ticked" : "all"}
          selection={selection}
          onClose={() => setSelection(null)}
        />
      )}
      <ProductTable products={products} ticks={{ ticked, onTick }} />
    </>
  );
}
