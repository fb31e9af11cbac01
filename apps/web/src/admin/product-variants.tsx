import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { type TypedValues, withTyped } from "#admin/attribute-value.ts";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import type { Product, ProductVariant } from "#admin/product-model.ts";
import type { TypeAttribute } from "#admin/type-model.ts";
import { VariantAttributes } from "#admin/variant-attributes.tsx";
import { useProductActs } from "#admin/use-product-acts.tsx";
import { refusalOf } from "#core/refusal.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

/** The variant matrix: SKUs and barcodes on a grid, and what is missing made by one click. */
export function ProductVariants({ product }: { product: Product }) {
  return <Variants key={JSON.stringify([product.options, product.variants])} product={product} />;
}

type Typed = Record<string, { sku: string; gtins: string; attributes: TypedValues }>;
const barcodesOf = (typed: string) => typed.split(/[\s,;]+/).filter(Boolean);
const rowOf = ({ sku, gtins }: ProductVariant): Typed[string] => ({ sku, gtins: gtins.join(" "), attributes: {} });

function Variants({ product }: { product: Product }) {
  const { generateVariants, saveVariants, archiveVariants } = useProductActs();
  const explain = useExplainProductRefusal();
  const [typed, setTyped] = useState<Typed>({});
  const { id, version, variants } = product;
  const seen = { id, version };
  const attributes = product.type?.attributes.filter(({ perVariant }) => perVariant) ?? [];
  const told = variants.flatMap((variant) => {
    const row = typed[variant.id];
    return row
      ? [{ variant, row, ...withTyped({ attributes, values: variant.attributes, typed: row.attributes }) }]
      : [];
  });
  const changed = told.map(({ variant, row, values }) => ({
    ...variant,
    sku: row.sku.trim(),
    gtins: barcodesOf(row.gtins),
    attributes: values,
  }));
  const wrong = told.filter((each) => each.wrong.length > 0).map(({ row }) => row.sku);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saveVariants.mutate({ ...seen, variants: changed });
  };
  const error = saveVariants.error ?? generateVariants.error ?? archiveVariants.error;
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      {wrong.length > 0 && (
        <Alert>
          <Trans>Some attributes hold no such value: {wrong.slice(0, 5).join(", ")}.</Trans>
        </Alert>
      )}
      {variants.length === 0 ? (
        <p className="text-muted">
          <Trans>No variants yet: nothing can be bought.</Trans>
        </p>
      ) : (
        <Grid
          product={product}
          attributes={attributes}
          typed={typed}
          onType={(variant, row) => setTyped({ ...typed, [variant.id]: row })}
          onArchive={(variant) => archiveVariants.mutate({ ...seen, ids: [variant.id] })}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          tone="secondary"
          busy={generateVariants.isPending}
          disabled={changed.length > 0}
          onClick={() => generateVariants.mutate(seen)}
        >
          <Trans>Make the missing variants</Trans>
        </Button>
        {variants.length > 0 && (
          <Button type="submit" busy={saveVariants.isPending} disabled={changed.length === 0 || wrong.length > 0}>
            <Trans>Save the variants</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}

interface GridProps {
  product: Product;
  /** What each variant says for itself. */
  attributes: TypeAttribute[];
  typed: Typed;
  onType: (variant: ProductVariant, row: Typed[string]) => void;
  onArchive: (variant: ProductVariant) => void;
}

function Grid({ product: { options, variants }, attributes, typed, onType, onArchive }: GridProps) {
  const { t } = useLingui();
  const localized = useLocalized();
  const nameOf = ({ optionValues, sku }: ProductVariant) =>
    options
      .map(({ code, values }) => values.find((value) => value.code === optionValues[code]))
      .map((value) => (value ? localized(value.name) : ""))
      .filter(Boolean)
      .join(" · ") || sku;
  return (
    <ul className="grid gap-3" aria-label={t`Variants`}>
      {variants.map((variant) => {
        const name = nameOf(variant);
        const row = typed[variant.id] ?? rowOf(variant);
        return (
          <li
            key={variant.id}
            className="grid items-center gap-2 border-b border-line pb-3 sm:grid-cols-[10rem_1fr_1fr_auto]"
          >
            <span className="font-medium">{name}</span>
            <TextInput
              aria-label={t`SKU of ${name}`}
              required
              maxLength={200}
              value={row.sku}
              onChange={(event) => onType(variant, { ...row, sku: event.target.value })}
            />
            <TextInput
              aria-label={t`Barcodes of ${name}`}
              placeholder={t`Barcode`}
              inputMode="numeric"
              pattern="[\s,;]*((\d{8}|\d{11,14})[\s,;]*)*"
              value={row.gtins}
              onChange={(event) => onType(variant, { ...row, gtins: event.target.value })}
            />
            <Button tone="quiet" size="dense" aria-label={t`Stop selling ${name}`} onClick={() => onArchive(variant)}>
              <Trans>Stop selling</Trans>
            </Button>
            {attributes.length > 0 && (
              <VariantAttributes
                variant={variant}
                attributes={attributes}
                typed={row.attributes}
                onType={(code, text) => onType(variant, { ...row, attributes: { ...row.attributes, [code]: text } })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
