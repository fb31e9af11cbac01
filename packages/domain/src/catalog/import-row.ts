import { Currency } from "@vitrina/domain/core";
import * as z from "zod";
import { isAttributeCode } from "./attribute.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import type { AttributeDraft, CategoryDraft, ProductDraft } from "./product-draft.ts";
import type { AttributeValue } from "./product.ts";
import { type Fault, shown } from "./fault.ts";
import { minorUnits } from "./decimal.ts";
import { slugify } from "./slug.ts";

const MAX_NAME = 1_000;
const MAX_TEXT = 50_000;

const Decimal = z.string().max(30).nullish();
const AttributeInput = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** A line of the feed: JSON with these fields; others are ignored. */
export const ImportRow = z.object({
  externalId: z.string().trim().min(1).max(200),
  sku: z.string().max(2_000).nullish(),
  name: z.string().max(MAX_TEXT),
  brand: z.string().max(2_000).nullish(),
  description: z.string().max(MAX_TEXT).nullish(),
  categoryPath: z.array(z.string().max(500)).max(10).default([]),
  attributes: z.record(z.string(), AttributeInput).default({}),
  price: Decimal,
  salePrice: Decimal,
  currency: z.string().max(10).nullish(),
  imageUrl: z.string().max(5_000).nullish(),
  gtins: z.array(z.string().max(100)).max(1_000).default([]),
  releasedAt: z.string().max(40).nullish(),
  inStock: z.boolean().nullish(),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** What a line becomes. `notices` are parts that were left out; `inStock` is null when the feed does not say. */
export interface MappedRow {
  product: Omit<ProductDraft, "contentHash">;
  categories: CategoryDraft[];
  attributes: AttributeDraft[];
  price: { currency: Currency; amount: number; compareAt: number | null } | null;
  inStock: boolean | null;
  notices: Fault[];
}

/** Maps a line of the feed of `source`, or says which fields forbid it. Texts of the feed are in `language`. */
export function mapImportRow(
  source: string,
  input: unknown,
  language: "ru" | "en" = "en",
): MappedRow | { faults: Fault[] } {
  const parsed = ImportRow.safeParse(input);
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map(({ path, message }) => ({
        field: path.join(".") || "row",
        reason: "invalid",
        detail: message,
      })),
    };
  const row = parsed.data;
  const faults: Fault[] = [];
  const notices: Fault[] = [];

  const name = cleanLine(row.name);
  if (!name) faults.push({ field: "name", reason: "empty", detail: null });
  if (name.length > MAX_NAME) faults.push({ field: "name", reason: "too-long", detail: String(MAX_NAME) });
  const brand = optionalLine(row.brand);
  if (brand && brand.length > 200) faults.push({ field: "brand", reason: "too-long", detail: "200" });
  const model = optionalLine(row.sku);
  if (model && model.length > 300) faults.push({ field: "sku", reason: "too-long", detail: "300" });
  const price = priceOf(row, faults);
  if (faults.length > 0) return { faults };

  const categories = categoriesOf(row.categoryPath, language);
  const description = row.description ? cleanText(row.description) : "";
  const attributes = attributesOf(row.attributes, notices);
  const pictures = pictureOf(row.imageUrl, notices).map((location) => ({
    ...REMOTE,
    location,
    alt: { [language]: name },
  }));
  return {
    product: {
      externalId: row.externalId,
      slug: slugify(`${name.slice(0, 80)} ${row.externalId}`),
      name: { [language]: name },
      description: description ? { [language]: description } : {},
      brand,
      model: model === row.externalId ? null : model,
      attributes,
      options: [],
      taxClass: "standard",
      categoryKeys: categories.slice(-1).map(({ key }) => key),
      featured: false,
      releasedAt: dateOf(row.releasedAt, notices),
      pictures,
      variants: [
        {
          sku: `${source}-${row.externalId}`,
          optionValues: {},
          gtins: gtinsOf(row.gtins, notices),
          picture: pictures.length > 0 ? 0 : null,
        },
      ],
    },
    categories,
    attributes: Object.entries(attributes).map(([code, value]) => attributeDraft(code, value)),
    price,
    inStock: row.inStock ?? null,
    notices,
  };
}

const REMOTE = { kind: "remote" as const, width: 1200, height: 1200 };

const optionalLine = (text: string | null | undefined) => cleanLine(text ?? "") || null;

function priceOf({ price, salePrice, currency }: ImportRow, faults: Fault[]): MappedRow["price"] {
  if (price === null || price === undefined) return null;
  const known = Currency.safeParse(currency);
  if (!known.success) {
    faults.push({ field: "currency", reason: "not-a-currency", detail: shown(currency ?? null) });
    return null;
  }
  const regular = amountOf("price", price, faults);
  const reduced = salePrice ? amountOf("salePrice", salePrice, faults) : null;
  if (regular === null) return null;
  if (reduced === null || reduced >= regular) return { currency: known.data, amount: regular, compareAt: null };
  return { currency: known.data, amount: reduced, compareAt: regular };
}

function amountOf(field: string, text: string, faults: Fault[]): number | null {
  const read = minorUnits(text);
  if (typeof read === "number") return read;
  faults.push({ field, reason: read, detail: shown(text) });
  return null;
}

export function categoriesOf(path: string[], language: "ru" | "en"): CategoryDraft[] {
  const names = path.map(cleanLine).filter(Boolean);
  const slugs = names.map(slugify);
  return names.map((name, depth) => ({
    key: JSON.stringify(names.slice(0, depth + 1)),
    parentKey: depth === 0 ? null : JSON.stringify(names.slice(0, depth)),
    name: { [language]: name },
    slug: slugs[depth] ?? "item",
    parentSlugs: slugs.slice(0, depth),
    position: 0,
  }));
}

function attributesOf(given: ImportRow["attributes"], notices: Fault[]): Record<string, AttributeValue> {
  const kept: [string, AttributeValue][] = [];
  for (const [code, value] of Object.entries(given)) {
    if (!isAttributeCode(code)) {
      notices.push({ field: `attributes.${code.slice(0, 120)}`, reason: "not-a-code", detail: null });
      continue;
    }
    const clean = attributeValue(value);
    if (clean !== null) kept.push([code, clean]);
  }
  return Object.fromEntries(kept);
}

function attributeValue(value: z.infer<typeof AttributeInput>): AttributeValue | null {
  if (Array.isArray(value)) return nonEmpty(value.map(cleanLine).filter(Boolean));
  if (typeof value !== "string") return value;
  const items = /^\['([^]*)'\]$/.exec(value.trim())?.[1]?.split("', '");
  return items ? nonEmpty(items.map(cleanLine).filter(Boolean)) : cleanLine(value) || null;
}

const nonEmpty = (items: string[]) => (items.length > 0 ? items : null);

const AFTER_OUR_OWN = 1_000;

export function attributeDraft(code: string, value: AttributeValue): AttributeDraft {
  const type = typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text";
  return { code, name: { en: attributeName(code) }, unit: null, type, position: AFTER_OUR_OWN };
}

/** "operating_temperature__t_t_" is read as "Operating temperature t t"; a suffix for the second type of a code is dropped. */
function attributeName(code: string): string {
  const words = code
    .replace(/\.[a-z]$/, "")
    .replaceAll("_", " ")
    .replace(/\s+/g, " ")
    .trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : code;
}

function pictureOf(url: string | null | undefined, notices: Fault[]): string[] {
  if (!url) return [];
  const address = webAddress(url);
  if (address) return [address];
  notices.push({ field: "imageUrl", reason: "not-a-web-address", detail: shown(url) });
  return [];
}

/** As a browser would write it; null for what is no public http(s) address of at most 2,000 characters. */
export function webAddress(text: string): string | null {
  const parsed = URL.parse(text.trim());
  const plain = parsed && /^https?:$/.test(parsed.protocol) && !parsed.username && parsed.href.length <= 2_000;
  return plain ? parsed.href : null;
}

export const isGtin = (text: string): boolean => /^(?:\d{8}|\d{11,14})$/.test(text);

function gtinsOf(given: string[], notices: Fault[]): string[] {
  const valid = given.filter(isGtin);
  if (valid.length < given.length)
    notices.push({ field: "gtins", reason: "not-a-barcode", detail: String(given.length - valid.length) });
  return [...new Set(valid)];
}

function dateOf(text: string | null | undefined, notices: Fault[]): Date | null {
  if (!text) return null;
  const date = new Date(text);
  const year = date.getUTCFullYear();
  if (year >= 1900 && year < 2100) return date;
  notices.push({ field: "releasedAt", reason: "not-a-date", detail: shown(text) });
  return null;
}
