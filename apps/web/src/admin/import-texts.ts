import { useLingui } from "@lingui/react/macro";
import type { Import, ImportFault as Fault } from "#admin/import-model.ts";

/** Why a row, or a part of it, was not taken. */
export function useFaultText(): (fault: Pick<Fault, "reason" | "detail">) => string {
  const { t } = useLingui();
  return ({ reason, detail }) => {
    const value = detail ?? "";
    const texts: Record<Fault["reason"], string> = {
      contradicts: t`contradicts another row or what is stored: ${value}`,
      empty: t`is empty`,
      invalid: t`cannot be read: ${value}`,
      moved: t`goods moved since the export: there are ${value} now`,
      "no-json": t`is no JSON object`,
      "no-utf8": t`has broken letters: save the file as UTF-8`,
      "not-a-barcode": t`is no barcode: ${value}`,
      "not-a-code": t`is no code of 1 to 100 characters`,
      "not-a-currency": t`is no currency of the shop: ${value}`,
      "not-a-date": t`is no date: ${value}`,
      "not-a-number": t`is no number: ${value}`,
      "not-a-web-address": t`is no web address: ${value}`,
      "out-of-range": t`is too large, too small or too many: ${value}`,
      refused: t`the database refuses it: ${value}`,
      repeats: t`repeats ${value}`,
      "too-long": t`is longer than ${value} characters`,
      "too-many-decimals": t`has more than two decimals: ${value}`,
      unknown: t`is not known in the shop: ${value}`,
    };
    return texts[reason];
  };
}

/** Where an import is, in a few words. */
export function useStateText(): Record<Import["state"], string> {
  const { t } = useLingui();
  return {
    uploaded: t`Uploaded`,
    checking: t`Being tried`,
    checked: t`Tried, not started`,
    running: t`Running`,
    done: t`Done`,
    failed: t`Stopped by a fault of the shop`,
    undoing: t`Being undone`,
    undone: t`Undone`,
  };
}

/** The columns that an import knows, in words. */
export function useColumnTexts(): Record<string, string> {
  const { t } = useLingui();
  return {
    sku: t`SKU`,
    product: t`Product (rows that share it are its variants)`,
    source: t`Source`,
    status: t`State: draft, published, archived`,
    name_ru: t`Name in Russian`,
    name_en: t`Name in English`,
    description_ru: t`Description in Russian`,
    description_en: t`Description in English`,
    brand: t`Brand`,
    model: t`Model`,
    categories: t`Categories by address`,
    category_path_ru: t`Category in Russian, with its parents: Home > Kitchen`,
    category_path_en: t`Category in English, with its parents: Home > Kitchen`,
    attributes: t`All attributes as JSON`,
    tax_class: t`Tax class`,
    featured: t`Featured: yes or no`,
    released_at: t`Released on`,
    pictures: t`Pictures (web addresses)`,
    gtins: t`Barcodes`,
    variant_attributes: t`Attributes of the variant as JSON`,
    picture: t`Picture of the variant`,
    price_rub: t`Price, RUB`,
    compare_at_rub: t`Old price, RUB`,
    price_eur: t`Price, EUR`,
    compare_at_eur: t`Old price, EUR`,
    price_usd: t`Price, USD`,
    compare_at_usd: t`Old price, USD`,
    stock: t`Stock`,
    stock_was: t`Stock at the time of the export`,
  };
}
