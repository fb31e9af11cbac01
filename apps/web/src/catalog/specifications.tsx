import { Trans, useLingui } from "@lingui/react/macro";
import { useLocale } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";
import type { ProductPage } from "#catalog/choose-variant.ts";

type Attribute = ProductPage["attributes"][number];

const SHOWN = 12;

/** What is known of the product; a long list is folded. */
export function Specifications({ product, sku }: { product: ProductPage; sku: string | undefined }) {
  const { t } = useLingui();
  const localized = useLocalized();
  const show = useAttributeText();
  const all: Known[] = [
    ...(product.brand ? [{ term: t`Brand`, value: product.brand }] : []),
    ...product.attributes.map((attribute) => ({ term: localized(attribute.name), value: show(attribute) })),
    ...(product.model ? [{ term: t`Model`, value: product.model }] : []),
    ...(sku ? [{ term: t`Item number`, value: sku }] : []),
  ];
  if (all.length <= SHOWN) return <Terms known={all} />;
  return (
    <>
      <Terms known={all.slice(0, SHOWN)} />
      <details>
        <summary className="min-h-11 border-t border-line py-2.5 text-sm text-spruce underline">
          <Trans>All details</Trans>
        </summary>
        <Terms known={all.slice(SHOWN)} />
      </details>
    </>
  );
}

interface Known {
  term: string;
  value: string;
}

function Terms({ known }: { known: Known[] }) {
  return (
    <dl className="text-sm">
      {known.map(({ term, value }) => (
        <div key={term} className="grid grid-cols-[2fr_3fr] gap-4 border-t border-line py-2">
          <dt className="text-muted">{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useAttributeText(): (attribute: Attribute) => string {
  const { t } = useLingui();
  const locale = useLocale();
  const localized = useLocalized();
  return ({ value, unit }) => {
    if (typeof value === "boolean") return value ? t`yes` : t`no`;
    if (Array.isArray(value)) return value.join(", ");
    if (typeof value === "object") return localized(value);
    const text = typeof value === "number" ? formatNumber(locale, value) : value;
    return unit ? `${text} ${localized(unit)}` : text;
  };
}
