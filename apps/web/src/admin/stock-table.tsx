import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type StockItem, usePlaceName } from "#admin/stock-terms.ts";
import { useGoodsName } from "#core/texts.ts";

const sumOf = (item: StockItem, field: "onHand" | "reserved"): number =>
  item.levels.reduce((sum, level) => sum + level[field], 0);

/** Goods with their levels; the name opens the page where they are changed. */
export function StockTable({ items }: { items: StockItem[] }) {
  const goodsName = useGoodsName();
  const placeName = usePlaceName();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-labelledby="stock-caption">
      <table className="w-full border-collapse text-left">
        <caption id="stock-caption" className="sr-only">
          <Trans>Goods by SKU</Trans>
        </caption>
        <thead className="border-b border-edge text-muted">
          <tr>
            <th className="py-2 pr-4 font-normal">
              <Trans>Article</Trans>
            </th>
            <th className="hidden py-2 pr-4 font-normal sm:table-cell">
              <Trans>Where</Trans>
            </th>
            <th className="py-2 pr-4 text-right font-normal">
              <Trans>On hand</Trans>
            </th>
            <th className="py-2 text-right font-normal">
              <Trans>Promised</Trans>
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
              <td className="hidden pr-4 sm:table-cell">
                {item.levels.map(({ locationId, onHand }) => (
                  <p key={locationId}>
                    {placeName(locationId)}: <span className="tabular-nums">{onHand}</span>
                  </p>
                ))}
              </td>
              <td className="pr-4 text-right tabular-nums">{sumOf(item, "onHand")}</td>
              <td className="text-right tabular-nums">{sumOf(item, "reserved")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
