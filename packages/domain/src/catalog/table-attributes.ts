import * as z from "zod";
import { cleanLine } from "./clean-text.ts";
import { AttributeValue } from "./product.ts";
import type { RowSubject, TableColumn } from "./table-row.ts";

const Attributes = z.record(
  z
    .string()
    .min(1)
    .max(100)
    .refine((code) => code !== "__proto__"),
  AttributeValue,
);

/** Undefined: it is no JSON. */
const fromJson = (cell: string): unknown => {
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
};

/** The column of all attributes of the product or of the variant, as JSON. */
export const allAttributes = (
  ofProduct: boolean,
  speaker: (subject: RowSubject) => { attributes?: Record<string, AttributeValue> },
): TableColumn => ({
  ofProduct,
  show(subject) {
    const { attributes = {} } = speaker(subject);
    return Object.keys(attributes).length > 0 ? JSON.stringify(attributes) : "";
  },
  set(subject, cell) {
    const given = cell === "" ? { data: {} } : Attributes.safeParse(fromJson(cell));
    if (!given.data) return "invalid";
    speaker(subject).attributes = given.data;
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
  set({ product }, cell, { attributeTypes }) {
    const { [code]: _, ...others } = product.attributes;
    const read = cell ? readAttribute(cell, attributeTypes.get(code)) : undefined;
    if (read === null) return "invalid";
    product.attributes = read === undefined ? others : { ...others, [code]: read };
  },
});

function readAttribute(cell: string, type = "text"): AttributeValue | null {
  if (type === "number") return /^-?\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(",", ".")) : null;
  if (type === "boolean")
    return /^(true|yes|да|1)$/i.test(cell) ? true : /^(false|no|нет|0)$/i.test(cell) ? false : null;
  if (/^[[{"]/.test(cell)) return AttributeValue.safeParse(fromJson(cell)).data ?? null;
  return cleanLine(cell) || null;
}
