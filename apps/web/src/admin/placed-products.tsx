import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useRef } from "react";
import { moved } from "#admin/moved.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";

/** `name` is null of a product that no list shows now. */
export interface PlacedProduct {
  productId: string;
  name: Parameters<ReturnType<typeof useLocalized>>[0] | null;
}

interface PlacedProductsProps {
  title: ReactNode;
  products: PlacedProduct[];
  /** Whether their order counts, and can be changed. */
  ordered?: boolean;
  onChange: (products: PlacedProduct[]) => void;
}

/** Products with a place of their own, to be moved and taken out. */
export function PlacedProducts({ title, products, ordered = false, onChange }: PlacedProductsProps) {
  const box = useRef<HTMLElement>(null);
  const takeOut = (index: number) => {
    onChange(products.toSpliced(index, 1));
    box.current?.focus();
  };
  return (
    <section ref={box} tabIndex={-1} className="grid gap-2">
      <h2 className="text-base font-semibold">{title}</h2>
      {products.length === 0 && (
        <p className="text-muted">
          <Trans>None</Trans>
        </p>
      )}
      <ol className="grid">
        {products.map((product, index) => (
          <PlacedRow
            key={product.productId}
            product={product}
            onUp={ordered && index > 0 ? () => onChange(moved(products, index, index - 1)) : undefined}
            onOut={() => takeOut(index)}
          />
        ))}
      </ol>
    </section>
  );
}

interface PlacedRowProps {
  product: PlacedProduct;
  onUp: (() => void) | undefined;
  onOut: () => void;
}

function PlacedRow({ product: { name }, onUp, onOut }: PlacedRowProps) {
  const { t } = useLingui();
  const localized = useLocalized();
  const title = name ? localized(name) : t`A product that is not shown now`;
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
      <span className="min-w-0 grow">{title}</span>
      {onUp && (
        <Button tone="quiet" size="dense" className="min-h-11" aria-label={t`Move up: ${title}`} onClick={onUp}>
          <Trans>Move up</Trans>
        </Button>
      )}
      <Button tone="quiet" size="dense" className="min-h-11" aria-label={t`Take out: ${title}`} onClick={onOut}>
        <Trans>Take out</Trans>
      </Button>
    </li>
  );
}
