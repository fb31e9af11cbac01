import { useLingui } from "@lingui/react/macro";
import type { BulkChange, BulkRow } from "#admin/bulk-model.ts";
import { formatMoment } from "#admin/format-moment.ts";
import { useLocale } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";

type Fields = BulkRow["before"];
/** Variants of a product that are shown one by one. */
const FEW = 3;

/** How a product stands in what an edit changes, in a few words; empty when nothing is known. */
export function useFieldsText(change: BulkChange): (fields: Fields) => string {
  const { t } = useLingui();
  const locale = useLocale();
  const statuses = { draft: t`Draft`, published: t`Published`, archived: t`Archived` };
  const terms = (all: NonNullable<Fields["terms"]>) => {
    const shown = all.slice(0, FEW).map(({ amount, sku }) => {
      const value =
        amount === null
          ? "–"
          : change.kind === "price"
            ? formatMoney(locale, { amount, currency: change.currency })
            : String(amount);
      return all.length > 1 ? `${sku}: ${value}` : value;
    });
    const more = all.length - FEW;
    return more > 0 ? t`${shown.join(", ")} and ${more} more` : shown.join(", ");
  };
  const yesNo = (value: boolean) => (value ? t`yes` : t`no`);
  return (fields) => {
    const { status, publishAt, unpublishAt, brand, featured, inCategory, picked } = fields;
    const from = publishAt ? formatMoment(locale, publishAt) : "";
    const until = unpublishAt ? formatMoment(locale, unpublishAt) : "";
    return [
      status && statuses[status],
      publishAt === null && status === undefined && t`at once`,
      from && t`from ${from}`,
      until && t`until ${until}`,
      brand !== undefined && (brand ?? t`none`),
      featured !== undefined && yesNo(featured),
      inCategory !== undefined && (inCategory ? t`in the category` : t`not in the category`),
      "primaryCategoryId" in fields && mainText(fields, change, { main: t`its main one`, other: t`not its main one` }),
      picked !== undefined && (picked ? t`in the collection` : t`not in the collection`),
      fields.terms && terms(fields.terms),
    ]
      .filter(Boolean)
      .join(", ");
  };
}

const mainText = (
  { primaryCategoryId }: Fields,
  change: BulkChange,
  { main, other }: { main: string; other: string },
): string => (change.kind === "category" && primaryCategoryId === change.categoryId ? main : other);
