import { Currency } from "@vitrina/domain/core";
import * as z from "zod";
import { cleanLine, cleanText } from "./clean-text.ts";
import type { AttributeDraft, CategoryDraft, ProductDraft } from "./product-draft.ts";
import type { AttributeValue } from "./product.ts";
import { slugify } from "./slug.ts";

const MAX_NAME = 1_000;
const MAX_TEXT = 50_000;
const MAX_MINOR_UNITS = 1_000_000_000_000;

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

export interface Fault {
  field: string;
  reason: string;
}

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
      faults: parsed.error.issues.map(({ path, message }) => ({ field: path.join(".") || "row", reason: message })),
    };
  const row = parsed.data;
  const faults: Fault[] = [];
  const notices: Fault[] = [];

  const name = cleanLine(row.name);
  if (!name) faults.push({ field: "name", reason: "is empty" });
  if (name.length > MAX_NAME) faults.push({ field: "name", reason: `is longer than ${MAX_NAME} characters` });
  const brand = optionalLine(row.brand);
  if (brand && brand.length > 200) faults.push({ field: "brand", reason: "is longer than 200 characters" });
  const model = optionalLine(row.sku);
  if (model && model.length > 300) faults.push({ field: "sku", reason: "is longer than 300 characters" });
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
    faults.push({
      field: "currency",
      reason: `${JSON.stringify(currency ?? null)} is none of ${Currency.options.join(", ")}`,
    });
    return null;
  }
  const regular = minorUnits("price", price, faults);
  const reduced = salePrice ? minorUnits("salePrice", salePrice, faults) : null;
  if (regular === null) return null;
  if (reduced === null || reduced >= regular) return { currency: known.data, amount: regular, compareAt: null };
  return { currency: known.data, amount: reduced, compareAt: regular };
}

/** Exact: the digits are moved, never multiplied. All three currencies have two decimals. */
function minorUnits(field: string, text: string, faults: Fault[]): number | null {
  const [, whole, decimals = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  const refuse = (reason: string) => {
    faults.push({ field, reason: `${JSON.stringify(text)} ${reason}` });
    return null;
  };
  if (whole === undefined) return refuse("is not a plain decimal number");
  if (/[1-9]/.test(decimals.slice(2))) return refuse("has more than two decimals");
  const amount = Number(whole + decimals.slice(0, 2).padEnd(2, "0"));
  return amount > MAX_MINOR_UNITS ? refuse("is out of range") : amount;
}

function categoriesOf(path: string[], language: "ru" | "en"): CategoryDraft[] {
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
    if (code.length === 0 || code.length > 100 || code === "__proto__") {
      notices.push({ field: `attributes.${code.slice(0, 120)}`, reason: "is not a code of 1 to 100 characters" });
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

function attributeDraft(code: string, value: AttributeValue): AttributeDraft {
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
  const parsed = URL.parse(url.trim());
  if (parsed && /^https?:$/.test(parsed.protocol) && !parsed.username && parsed.href.length <= 2_000)
    return [parsed.href];
  notices.push({ field: "imageUrl", reason: "is not a web address" });
  return [];
}

function gtinsOf(given: string[], notices: Fault[]): string[] {
  const valid = given.filter((gtin) => /^(?:\d{8}|\d{11,14})$/.test(gtin));
  if (valid.length < given.length)
    notices.push({ field: "gtins", reason: `${given.length - valid.length} of them are no barcodes` });
  return [...new Set(valid)];
}

function dateOf(text: string | null | undefined, notices: Fault[]): Date | null {
  if (!text) return null;
  const date = new Date(text);
  const year = date.getUTCFullYear();
  if (year >= 1900 && year < 2100) return date;
  notices.push({ field: "releasedAt", reason: "is not a date" });
  return null;
}
