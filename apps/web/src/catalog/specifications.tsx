import { Trans, useLingui } from "@lingui/react/macro";
import { useLocale } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";
import type { ProductPage, Variant } from "#catalog/choose-variant.ts";
import { ownValue, type SaidAttribute, saidOf, type SaidValue } from "#catalog/said-values.ts";

const SHOWN = 12;

/** What is known of the product and the chosen variant; a long list is folded. */
export function Specifications({ product, chosen }: { product: ProductPage; chosen: Variant | null }) {
  const { t } = useLingui();
  const localized = useLocalized();
  const show = useAttributeText();
  const shownOf = (attribute: SaidAttribute): Pick<Known, "value" | "room"> => {
    const { code, value } = attribute;
    const own = product.variants.map((variant) => ownValue(variant, code));
    return {
      value: show(attribute, (chosen && ownValue(chosen, code)) ?? value),
      room: own.every((each) => each === undefined)
        ? undefined
        : longest(own.map((each) => show(attribute, each ?? value))),
    };
  };
  const all: Known[] = [
    ...(product.brand ? [{ term: t`Brand`, value: product.brand }] : []),
    ...saidOf(product).map((attribute) => ({ term: localized(attribute.name), ...shownOf(attribute) })),
    ...(product.model ? [{ term: t`Model`, value: product.model }] : []),
    ...(chosen
      ? [{ term: t`Item number`, value: chosen.sku, room: longest(product.variants.map(({ sku }) => sku)) }]
      : []),
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
  /** The longest that another variant says: its room is kept, so that nothing moves when the choice does. */
  room?: string | undefined;
}

const longest = (texts: string[]): string | undefined => texts.toSorted((a, b) => b.length - a.length)[0];

function Terms({ known }: { known: Known[] }) {
  return (
    <dl className="text-sm">
      {known.map(({ term, value, room }) => (
        <div key={term} className="grid grid-cols-[2fr_3fr] gap-4 border-t border-line py-2">
          <dt className="text-muted">{term}</dt>
          <dd className="grid">
            <span className="col-start-1 row-start-1">{value}</span>
            {room !== undefined && (
              <span aria-hidden className="invisible col-start-1 row-start-1">
                {room}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function useAttributeText(): (attribute: Pick<SaidAttribute, "unit">, value: SaidValue | null) => string {
  const { t } = useLingui();
  const locale = useLocale();
  const localized = useLocalized();
  return ({ unit }, value) => {
    if (value === null) return "—";
    if (typeof value === "boolean") return value ? t`yes` : t`no`;
    if (Array.isArray(value)) return value.join(", ");
    if (typeof value === "object") return localized(value);
    const text = typeof value === "number" ? formatNumber(locale, value) : value;
    return unit ? `${text} ${localized(unit)}` : text;
  };
}
