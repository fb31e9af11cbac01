import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ProductPage, Variant } from "#catalog/choose-variant.ts";
import { useLocalized } from "#core/texts.ts";

interface SoldOutProps {
  product: ProductPage;
  chosen: Variant;
  /** Variants that can be bought, the likest first. */
  alternatives: Variant[];
}

/** In the place of the button that buys: the likest variant that is there, or that all are gone. */
export function SoldOut({ product, chosen, alternatives: [alternative] }: SoldOutProps) {
  const { t } = useLingui();
  const localized = useLocalized();
  if (!alternative)
    return (
      <p className="flex h-12 items-center leading-tight text-muted">
        {chosen.price === null ? <Trans>Not for sale here.</Trans> : <Trans>Nothing of it is left for now.</Trans>}
      </p>
    );
  const names = product.options
    .flatMap(({ code, values }) => values.find((value) => value.code === alternative.optionValues[code]) ?? [])
    .map(({ name }) => localized(name))
    .join(", ");
  return (
    <Link
      to="/p/$slug"
      params={{ slug: product.slug }}
      search={(earlier) => ({ ...earlier, v: alternative.sku })}
      replace
      resetScroll={false}
      className="flex h-12 items-center justify-center rounded-button border border-edge px-3 text-center text-sm leading-tight font-medium hover:bg-linen"
    >
      {names ? t`Take instead: ${names}` : t`Take another one instead`}
    </Link>
  );
}
