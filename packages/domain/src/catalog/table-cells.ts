import { Currency, Locale, type LocalizedText } from "@vitrina/domain/core";
import { cleanLine, cleanText } from "./clean-text.ts";
import { decimalOf, minorUnits } from "./decimal.ts";
import { isGtin, webAddress } from "./import-row.ts";
import { type ProductState, PRODUCT_STATUSES, type StoredVariant } from "./product-state.ts";
import { allAttributes, attribute } from "./table-attributes.ts";
import { isTableColumn } from "./table-columns.ts";
import type { Complaint, RowSubject, TableColumn } from "./table-row.ts";
import { optionCode } from "./table-options.ts";

const MAX_TEXT = 50_000;

const text = (field: "name" | "description", locale: Locale, longest: number): TableColumn => ({
  ofProduct: true,
  show: ({ product }) => product[field][locale] ?? "",
  set({ product }, cell) {
    const clean = field === "name" ? cleanLine(cell) : cleanText(cell);
    if (clean.length > longest) return "too-long";
    const { [locale]: _, ...others } = product[field];
    product[field] = (clean ? { ...others, [locale]: clean } : others) satisfies LocalizedText;
  },
});

const line = (field: "brand" | "model", longest: number): TableColumn => ({
  ofProduct: true,
  show: ({ product }) => product[field] ?? "",
  set({ product }, cell) {
    const clean = cleanLine(cell);
    if (clean.length > longest) return "too-long";
    product[field] = clean || null;
  },
});

const price = (currency: Currency, part: "amount" | "compareAt"): TableColumn => ({
  ofProduct: false,
  show({ terms }) {
    const amount = terms.prices[currency]?.[part];
    return amount === undefined || amount === null ? "" : decimalOf(amount);
  },
  set({ terms }, cell) {
    const given = cell === "" ? null : minorUnits(cell.replace(/\s/g, "").replace(/,(\d{1,2})$/, ".$1"));
    if (typeof given === "string") return given;
    const before = terms.prices[currency];
    // A price is changed here, never taken away: that is done where prices are kept.
    if (part === "amount" && given !== null) terms.prices[currency] = { compareAt: null, ...before, amount: given };
    else if (part === "compareAt" && before) terms.prices[currency] = { ...before, compareAt: given };
    else if (part === "compareAt" && given !== null) return "contradicts";
  },
});

/** Lists within a cell: a line each, or between bars. */
const items = (cell: string) =>
  cell
    .split(/\n|\s\|\s/)
    .map((item) => item.trim())
    .filter(Boolean);

const locationOf = (item: string): string => /^\/media\/([\w.-]+)$/.exec(item)?.[1] ?? webAddress(item) ?? "";
const shownPicture = ({ kind, location }: ProductState["pictures"][number]) =>
  kind === "local" ? `/media/${location}` : location;

const columns: Record<string, TableColumn> = {
  source: { ofProduct: true, show: ({ product }) => product.source, set: () => undefined },
  product: { ofProduct: true, show: ({ product }) => product.externalId, set: () => undefined },
  sku: { ofProduct: false, show: ({ variant }) => variant.sku, set: () => undefined },
  status: {
    ofProduct: true,
    show: ({ product }) => product.status,
    set({ product }, cell) {
      const status = PRODUCT_STATUSES.find((one) => one === cell.toLowerCase());
      if (!status) return "unknown";
      product.status = status;
    },
  },
  name_ru: text("name", "ru", 1_000),
  name_en: text("name", "en", 1_000),
  description_ru: text("description", "ru", MAX_TEXT),
  description_en: text("description", "en", MAX_TEXT),
  brand: line("brand", 200),
  model: line("model", 300),
  categories: {
    ofProduct: true,
    show: ({ product }) => product.categories.map(({ slug }) => slug).join(" | "),
    set({ product }, cell, { categoryIds }) {
      const slugs = [...new Set(items(cell))];
      if (slugs.length > 20) return "out-of-range";
      if (slugs.some((slug) => !categoryIds.has(slug))) return "unknown";
      product.categories = slugs.map((slug) => ({ id: categoryIds.get(slug) ?? "", slug }));
    },
  },
  attributes: allAttributes(true, ({ product }) => product),
  variant_attributes: allAttributes(false, ({ variant }) => variant),
  tax_class: {
    ofProduct: true,
    show: ({ product }) => product.taxClass,
    set({ product }, cell) {
      if (!/^[a-z][a-z-]{0,39}$/.test(cell)) return "unknown";
      product.taxClass = cell;
    },
  },
  featured: {
    ofProduct: true,
    show: ({ product }) => (product.featured ? "yes" : "no"),
    set({ product }, cell) {
      const [given] = Object.entries(FLAGS).find(([, words]) => words.includes(cell.toLowerCase())) ?? [];
      if (!given) return "invalid";
      product.featured = given === "yes";
    },
  },
  released_at: {
    ofProduct: true,
    show: ({ product }) => product.releasedAt?.toISOString() ?? "",
    set({ product }, cell) {
      const date = cell ? new Date(cell) : null;
      if (date && !(date.getUTCFullYear() >= 1900 && date.getUTCFullYear() < 2100)) return "not-a-date";
      product.releasedAt = date;
    },
  },
  pictures: {
    ofProduct: true,
    show: ({ product }) => product.pictures.map(shownPicture).join("\n"),
    set: (subject, cell) => setPictures(subject, [...new Set(items(cell))]),
  },
  gtins: {
    ofProduct: false,
    show: ({ variant }) => variant.gtins.join(" "),
    set({ variant }, cell) {
      const gtins = [...new Set(cell.split(/[\s,;|]+/).filter(Boolean))];
      if (!gtins.every(isGtin)) return "not-a-barcode";
      variant.gtins = gtins;
    },
  },
  picture: {
    ofProduct: false,
    show({ product, variant }) {
      const picture = variant.picture === null ? undefined : product.pictures[variant.picture];
      return picture ? shownPicture(picture) : "";
    },
    set({ product, variant }, cell) {
      const index = product.pictures.findIndex(({ location }) => location === locationOf(cell));
      if (cell && index < 0) return "unknown";
      variant.picture = cell ? index : null;
    },
  },
  stock: {
    ofProduct: false,
    show: ({ terms }) => String(terms.stock),
    set({ terms }, cell) {
      if (cell === "") return;
      if (!/^\d{1,7}$/.test(cell) || Number(cell) > 1_000_000) return "not-a-number";
      terms.stock = Number(cell);
    },
  },
};
for (const currency of Currency.options) {
  columns[`price_${currency.toLowerCase()}`] = price(currency, "amount");
  columns[`compare_at_${currency.toLowerCase()}`] = price(currency, "compareAt");
}

const FLAGS = { yes: ["yes", "true", "1", "да"], no: ["no", "false", "0", "нет", ""] };

/** Known pictures keep their texts and sizes; variants keep theirs where it stays. */
function setPictures({ product, variant }: RowSubject, wished: string[]): Complaint {
  if (wished.length > 20) return "out-of-range";
  const before = product.pictures;
  const known = new Map(before.map((picture) => [picture.location, picture]));
  const pictures = wished.flatMap((item) => {
    const location = locationOf(item);
    const fresh = { kind: "remote" as const, location, alt: product.name, width: 1_200, height: 1_200 };
    return known.get(location) ?? (webAddress(item) ? fresh : []);
  });
  if (pictures.length < wished.length) return "not-a-web-address";
  const moved = ({ picture }: StoredVariant) => {
    const { location } = (picture === null ? undefined : before[picture]) ?? {};
    const index = pictures.findIndex((one) => one.location === location);
    return index < 0 ? null : index;
  };
  product.pictures = pictures;
  product.variants = product.variants.map((one) => (one === variant ? one : { ...one, picture: moved(one) }));
  variant.picture = moved(variant);
}

const option = (code: string): TableColumn => ({
  ofProduct: false,
  show: ({ variant }) => variant.optionValues[code] ?? "",
  set({ product, variant }, cell) {
    const { [code]: _, ...others } = variant.optionValues;
    const value = cell ? optionCode(product, code, cell) : undefined;
    variant.optionValues = value === undefined ? others : { ...others, [code]: value };
  },
});

/** The column of this name; null for one that says nothing by itself, such as `stock_was`. */
export function tableColumn(name: string): TableColumn | null {
  if (!isTableColumn(name)) return null;
  const [, kind, code = ""] = /^(attribute|option)\.(.+)$/s.exec(name) ?? [];
  if (kind) return kind === "option" ? option(code) : attribute(code);
  return Object.hasOwn(columns, name) ? (columns[name] ?? null) : null;
}
