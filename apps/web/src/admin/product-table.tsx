import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import type { ReactNode } from "react";
import type { ProductRow } from "#admin/product-model.ts";
import { PublicationMark } from "#admin/publication.tsx";
import { useLocale } from "#core/app.ts";
import { formatDate } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";
import { Picture } from "#core/ui/picture.tsx";

const WIDE = "hidden sm:table-cell";

/** Which products are ticked, by id. */
export interface Ticks {
  ticked: ReadonlySet<string>;
  onTick: (ids: string[], on: boolean) => void;
}

/** Products found: on narrow screens the rest stands under the name, which opens the product. */
export function ProductTable({ products, ticks }: { products: ProductRow[]; ticks: Ticks }) {
  const { t } = useLingui();
  const ids = products.map(({ id }) => id);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-labelledby="products-caption">
      <table className="w-full border-collapse text-left sm:min-w-[40rem]">
        <caption id="products-caption" className="sr-only">
          <Trans>Products, the latest changed first</Trans>
        </caption>
        <thead className="border-b border-edge text-muted">
          <tr>
            <th className="font-normal" aria-label={t`Ticked`}>
              <Tick ids={ids} ticks={ticks}>
                <Trans>Tick all of these</Trans>
              </Tick>
            </th>
            <th className="py-2 pr-4 font-normal" colSpan={2}>
              <Trans>Product</Trans>
            </th>
            <th className={clsx(WIDE, "py-2 pr-4 font-normal")}>
              <Trans>SKU</Trans>
            </th>
            <th className={clsx(WIDE, "py-2 pr-4 font-normal")}>
              <Trans>Status</Trans>
            </th>
            <th className={clsx(WIDE, "py-2 font-normal")}>
              <Trans>Changed</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <Row key={product.id} product={product} ticks={ticks} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A tick for these products together; its text is for those who hear the page. */
function Tick({ ids, ticks: { ticked, onTick }, children }: { ids: string[]; ticks: Ticks; children: ReactNode }) {
  return (
    <label className="flex size-11 cursor-pointer items-center">
      <input
        type="checkbox"
        className="size-5 accent-spruce"
        checked={ids.length > 0 && ids.every((id) => ticked.has(id))}
        onChange={({ currentTarget }) => onTick(ids, currentTarget.checked)}
      />
      <span className="sr-only">{children}</span>
    </label>
  );
}

function Row({ product, ticks }: { product: ProductRow; ticks: Ticks }) {
  const locale = useLocale();
  const localized = useLocalized();
  const { id, sku, variants } = product;
  const codes = (
    <>
      {sku !== null && <code className="wrap-anywhere">{sku}</code>}{" "}
      {variants !== 1 && (
        <span className="text-muted">
          <Plural value={variants} _0="no variants" one="# variant" other="# variants" />
        </span>
      )}
    </>
  );
  return (
    <tr className="border-b border-line hover:bg-linen max-sm:align-baseline">
      <td className="w-11">
        <Tick ids={[id]} ticks={ticks}>
          {localized(product.name)}
        </Tick>
      </td>
      <td className="w-12 py-1 pr-3">
        <Picture picture={product.picture} sizes="40px" decorative className="w-10" />
      </td>
      <td className="pr-4">
        <Link
          to="/admin/products/$id"
          params={{ id }}
          className="inline-flex min-h-11 items-center font-medium text-spruce underline"
        >
          {localized(product.name)}
        </Link>
        <div className="grid justify-items-start gap-1 pb-2 sm:hidden">
          <PublicationMark product={product} />
          <span>{codes}</span>
        </div>
      </td>
      <td className={clsx(WIDE, "pr-4")}>{codes}</td>
      <td className={clsx(WIDE, "pr-4")}>
        <PublicationMark product={product} />
      </td>
      <td className={clsx(WIDE, "tabular-nums")}>{formatDate(locale, product.updatedAt)}</td>
    </tr>
  );
}
