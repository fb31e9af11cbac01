import { useLingui } from "@lingui/react/macro";
import { formatMoment } from "#admin/format-moment.ts";
import type { Product } from "#admin/product-model.ts";
import { useLocale } from "#core/app.ts";

type Published = Pick<Product, "status" | "publishAt" | "unpublishAt" | "visible">;

/** Where a product stands: a draft, in the shop, on its way there, or out of it. */
function usePublicationText(): (product: Published) => string {
  const { t } = useLingui();
  const locale = useLocale();
  return ({ status, publishAt, unpublishAt, visible }) => {
    if (status === "draft") return t`Draft`;
    if (status === "archived") return t`Archived`;
    if (visible && unpublishAt !== null) {
      const end = formatMoment(locale, unpublishAt);
      return t`In the shop until ${end}`;
    }
    if (visible) return t`In the shop`;
    const ended = unpublishAt !== null && (publishAt === null || Date.parse(unpublishAt) <= Date.now());
    const moment = formatMoment(locale, (ended ? unpublishAt : publishAt) ?? "");
    return ended ? t`Left the shop ${moment}` : t`In the shop from ${moment}`;
  };
}

/** The same as a mark beside a name. */
export function PublicationMark({ product }: { product: Published }) {
  const text = usePublicationText()(product);
  const look = product.visible ? "border-spruce text-spruce" : "border-edge text-muted";
  return <span className={`rounded-input border px-2 py-0.5 text-xs whitespace-nowrap ${look}`}>{text}</span>;
}
