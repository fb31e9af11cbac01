import * as z from "zod";
import { isAttributeCode } from "./attribute.ts";
import { type AttributeJudge, faultOf, newValues } from "./attribute-values.ts";
import { cleanLine } from "./clean-text.ts";
import { AttributeValue } from "./product.ts";
import { AttributeValues, MOST_ATTRIBUTES } from "./product-sheet.ts";
import type { FaultReason } from "./fault.ts";
import type { RowSubject, TableColumn } from "./table-row.ts";

type Values = Record<string, AttributeValue>;

const Attributes = z.record(z.string().refine(isAttributeCode), AttributeValue);

/** Undefined: it is no JSON. */
const fromJson = (cell: string): unknown => {
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
};

/** The codes of the attributes that a row speaks of. */
export const attributeCodes = (cells: Readonly<Record<string, string>>): string[] =>
  Object.entries(cells)
    .flatMap(([name, cell]) =>
      name === "attributes" || name === "variant_attributes"
        ? Object.keys(Attributes.safeParse(fromJson(cell)).data ?? {})
        : (name.split(/^attribute\./)[1] ?? []),
    )
    .filter(isAttributeCode);

/** The column of all attributes of the product or of the variant, as JSON. */
export const allAttributes = (
  ofProduct: boolean,
  speaker: (subject: RowSubject) => { attributes?: Values },
): TableColumn => ({
  ofProduct,
  show(subject) {
    const { attributes = {} } = speaker(subject);
    return Object.keys(attributes).length > 0 ? JSON.stringify(attributes) : "";
  },
  set(subject, cell, context) {
    const given = cell === "" ? { data: {} } : Attributes.safeParse(fromJson(cell));
    if (!given.data) return "invalid";
    const read = accepted(speaker(subject).attributes ?? {}, given.data, context.attributes);
    if (typeof read === "string") return read;
    speaker(subject).attributes = read;
  },
});

const shownAttribute = (value: AttributeValue | undefined): string => {
  if (value === undefined) return "";
  return typeof value === "string" && !/^\s*[[{"]/.test(value) ? value : JSON.stringify(value);
};

/** The column of one attribute: a text as it is, what else there is as JSON. */
export const attribute = (code: string): TableColumn => ({
  ofProduct: true,
  show: ({ product }) => shownAttribute(product.attributes[code]),
  set({ product }, cell, { attributes }) {
    const { [code]: _, ...others } = product.attributes;
    if (!isAttributeCode(code)) return "not-a-code";
    const value = cell ? readAttribute(cell, attributes.get(code)?.type) : undefined;
    if (value === null) return "invalid";
    const read = accepted(product.attributes, value === undefined ? others : { ...others, [code]: value }, attributes);
    if (typeof read === "string") return read;
    product.attributes = read;
  },
});

function readAttribute(cell: string, type = "text"): AttributeValue | null {
  if (type === "number") return /^-?\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(",", ".")) : null;
  if (type === "boolean")
    return /^(true|yes|да|1)$/i.test(cell) ? true : /^(false|no|нет|0)$/i.test(cell) ? false : null;
  if (/^[[{"]/.test(cell)) return AttributeValue.safeParse(fromJson(cell)).data ?? null;
  return cell;
}

/** What a cell makes of the values before: new ones are cleaned, as long as staff may write, and codes of known choices; no more than a product may have, or had before the cell. */
function accepted(before: Values, given: Values, known: ReadonlyMap<string, AttributeJudge>): Values | FaultReason {
  if (Object.keys(given).length > Math.max(MOST_ATTRIBUTES, Object.keys(before).length)) return "out-of-range";
  const fresh = newValues(before, given).map(([code, value]) => [code, cleanValue(value)]);
  const { data } = AttributeValues.safeParse(Object.fromEntries(fresh));
  if (!data) return "invalid";
  for (const [code, value] of Object.entries(data)) {
    const judge = known.get(code);
    if (judge?.type === "choice" && faultOf(judge, value)) return "unknown";
    if (judge?.type === "date" && faultOf(judge, value)) return "not-a-date";
  }
  return { ...given, ...data };
}

function cleanValue(value: AttributeValue): unknown {
  if (typeof value === "string") return cleanLine(value);
  if (Array.isArray(value)) return value.map(cleanLine);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([locale, text]) => [locale, cleanLine(text)]));
}
