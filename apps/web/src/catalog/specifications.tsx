import { Trans, useLingui } from "@lingui/react/macro";
import { useLocale } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";
import type { ProductPage } from "#catalog/choose-variant.ts";

type Attribute = ProductPage["attributes"][number];

/** What is known of the product, as a table of terms. */
export function Specifications({ product, sku }: { product: ProductPage; sku: string | undefined }) {
  const localized = useLocalized();
  const show = useAttributeText();
  const known: [string, string][] = [
    ...(sku ? [["sku", sku] satisfies [string, string]] : []),
    ...(product.model ? [["model", product.model] satisfies [string, string]] : []),
  ];
  return (
    <dl className="grid gap-x-6 text-sm sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      {product.brand && <Row term={<Trans>Brand</Trans>} value={product.brand} />}
      {product.attributes.map((attribute) => (
        <Row key={attribute.code} term={localized(attribute.name)} value={show(attribute)} />
      ))}
      {known.map(([code, value]) => (
        <Row key={code} term={code === "sku" ? <Trans>Item number</Trans> : <Trans>Model</Trans>} value={value} />
      ))}
    </dl>
  );
}

function Row({ term, value }: { term: React.ReactNode; value: string }) {
  return (
    <>
      <dt className="border-t border-line pt-2 text-muted sm:pb-2">{term}</dt>
      <dd className="pb-2 sm:border-t sm:border-line sm:pt-2">{value}</dd>
    </>
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
