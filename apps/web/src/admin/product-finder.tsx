import { Trans, useLingui } from "@lingui/react/macro";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Finder } from "#admin/finder.tsx";
import type { PlacedProduct } from "#admin/placed-products.tsx";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";

const ENOUGH = 8;

interface Act {
  name: "pin" | "bury";
  disabled: boolean;
  onChoose: (product: PlacedProduct) => void;
}

interface ProductFinderProps {
  /** Products that have a place already. */
  taken: readonly string[];
  acts: readonly Act[];
}

/** Finds products by name, SKU or barcode, and gives each a place. */
export function ProductFinder({ taken, acts }: ProductFinderProps) {
  const localized = useLocalized();
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const asked = q.length > 1 ? { q, currency: "RUB" as const } : skipToken;
  const found = useQuery(useApi().search.list.queryOptions(asked)).data?.rows.slice(0, ENOUGH);
  return (
    <Finder
      label={<Trans>Find a product: its name, SKU or barcode</Trans>}
      maxLength={200}
      text={text}
      onText={setText}
      nothing={<Trans>No product is called so.</Trans>}
    >
      {found?.map(({ productId, name }) => (
        <li key={productId} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
          <span className="min-w-0 grow">{localized(name)}</span>
          {taken.includes(productId) ? (
            <span className="text-muted">
              <Trans>has its place</Trans>
            </span>
          ) : (
            acts.map((act) => <Place key={act.name} act={act} product={{ productId, name }} />)
          )}
        </li>
      ))}
    </Finder>
  );
}

function Place({ act: { name, disabled, onChoose }, product }: { act: Act; product: PlacedProduct }) {
  const { t } = useLingui();
  const localized = useLocalized();
  const title = product.name ? localized(product.name) : "";
  return (
    <Button
      tone="secondary"
      size="dense"
      className="min-h-11"
      disabled={disabled}
      aria-label={name === "pin" ? t`Put first: ${title}` : t`Put last: ${title}`}
      onClick={() => onChoose(product)}
    >
      {name === "pin" ? <Trans>Put first</Trans> : <Trans>Put last</Trans>}
    </Button>
  );
}
