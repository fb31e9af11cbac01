import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";
import { useGoodsName } from "#core/texts.ts";

type LowItem = inferOutput<Api["inventory"]["stock"]["low"]>["items"][number];

/** Goods that will be sold out soon, those that last the fewest days first (INV-11). */
export function LowStockTable({ items }: { items: LowItem[] }) {
  const goodsName = useGoodsName();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-labelledby="low-caption">
      <table className="w-full border-collapse text-left">
        <caption id="low-caption" className="sr-only">
          <Trans>Goods that run low</Trans>
        </caption>
        <thead className="border-b border-edge text-muted">
          <tr>
            <th className="py-2 pr-4 font-normal">
              <Trans>Article</Trans>
            </th>
            <th className="py-2 pr-4 text-right font-normal">
              <Trans>Free</Trans>
            </th>
            <th className="py-2 pr-4 text-right font-normal">
              <Trans>Sold in 28 days</Trans>
            </th>
            <th className="py-2 text-right font-normal">
              <Trans>Lasts</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.variantId} className="border-b border-line align-baseline hover:bg-linen">
              <td className="pr-4">
                <Link
                  to="/admin/stock/$variantId"
                  params={{ variantId: item.variantId }}
                  className="inline-flex min-h-11 items-center font-medium text-spruce underline"
                >
                  {goodsName(item)}
                </Link>
                <p className="pb-2 break-all text-muted">{item.sku}</p>
              </td>
              <td className="pr-4 text-right tabular-nums">{item.free}</td>
              <td className="pr-4 text-right tabular-nums">{item.sold}</td>
              <td className="text-right whitespace-nowrap tabular-nums">
                <Plural value={item.cover} one="# day" other="# days" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
