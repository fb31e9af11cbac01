import type { Attribute } from "#admin/attribute-model.ts";
import type { Product } from "#admin/product-model.ts";
import type { LocalizedText } from "#core/texts.ts";

export type AttributeValue = Product["attributes"][string];
type Values = Product["attributes"];
/** What stands in the field of a value: both languages of a text, else one line. */
export type TypedValue = string | { ru: string; en: string };
/** What was typed and not saved, by code. */
export type TypedValues = Readonly<Record<string, TypedValue>>;
export type Control = "text" | "number" | "boolean" | "choice" | "date" | "list";

/** The field for a value; imports gave lists and values that no type foresees. */
export function controlOf({ type }: Pick<Attribute, "type">, value: AttributeValue | undefined): Control {
  if (type !== "mixed" && type !== "text") return type;
  if (Array.isArray(value)) return "list";
  if (type === "mixed" && typeof value === "number") return "number";
  return type === "mixed" && typeof value === "boolean" ? "boolean" : "text";
}

/** A value as its field shows it. */
export function typedOf(control: Control, value: AttributeValue | undefined): TypedValue {
  if (control === "text") {
    if (value === undefined) return { ru: "", en: "" };
    if (typeof value !== "object" || Array.isArray(value)) return { ru: String(value), en: String(value) };
    return { ru: value.ru ?? "", en: value.en ?? "" };
  }
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? (value.ru ?? value.en ?? "") : String(value);
}

/** What was typed as a value: null for none, undefined for what the field does not take. */
export function valueOf(control: Control, typed: TypedValue): AttributeValue | null | undefined {
  if (typeof typed !== "string") return textOf(typed);
  const text = typed.trim();
  if (text === "") return null;
  if (control === "number") return numberOf(text);
  if (control === "boolean") return text === "yes" ? true : text === "no" ? false : undefined;
  if (control === "list")
    return text
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter(Boolean);
  return text;
}

/** The same words in both languages are one text. */
function textOf({ ru, en }: { ru: string; en: string }): string | LocalizedText | null {
  const [russian, english] = [ru.trim(), en.trim()];
  if (russian === english) return russian || null;
  return { ...(russian && { ru: russian }), ...(english && { en: english }) };
}

/** "1 234,5" as well as "1234.5". */
function numberOf(text: string): number | undefined {
  const plain = text.replaceAll(/\s/g, "").replace(",", ".");
  return /^-?\d{1,12}(?:\.\d{1,12})?$/.test(plain) ? Number(plain) : undefined;
}

interface Typed {
  attributes: readonly Attribute[];
  values: Values;
  typed: TypedValues;
}

/** Values with what was typed put in: what nobody touched stays as it is. `wrong`: codes whose field does not take what it says. */
export function withTyped({ attributes, values, typed }: Typed): { values: Values; wrong: string[] } {
  const told = attributes
    .filter(({ code }) => typed[code] !== undefined)
    .map((attribute) => {
      const control = controlOf(attribute, values[attribute.code]);
      return { code: attribute.code, value: valueOf(control, typed[attribute.code] ?? "") };
    });
  const touched = new Set(told.map(({ code }) => code));
  const kept = Object.entries(values).filter(([code]) => !touched.has(code));
  const fresh = told.flatMap(({ code, value }): [string, AttributeValue][] => (value == null ? [] : [[code, value]]));
  return {
    values: Object.fromEntries([...kept, ...fresh]),
    wrong: told.filter(({ value }) => value === undefined).map(({ code }) => code),
  };
}
