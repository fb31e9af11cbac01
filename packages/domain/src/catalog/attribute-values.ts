import * as z from "zod";
import type { Attribute } from "./attribute.ts";
import type { AttributeValue } from "./product.ts";
import { canonical } from "./product-state.ts";
import { InvalidAttributes } from "./products.errors.ts";

type Values = Record<string, AttributeValue>;
export type AttributeJudge = Pick<Attribute, "code" | "type" | "choices">;
type Reason = InvalidAttributes["details"]["faults"][number]["reason"];

const isText = (value: AttributeValue) => typeof value === "string" || (typeof value === "object" && value !== null);
const Day = z.iso.date();

/** Why staff may not say this of it; null: they may. */
export function faultOf(attribute: AttributeJudge | undefined, value: AttributeValue): Reason | null {
  switch (attribute?.type) {
    case undefined:
      return "unknown";
    case "text":
      return isText(value) ? null : "type";
    case "number":
    case "boolean":
      return typeof value === attribute.type ? null : "type";
    case "date":
      return Day.safeParse(value).success ? null : "type";
    case "choice":
      return attribute.choices.some(({ code }) => code === value) ? null : "choice";
    case "mixed":
      return null;
  }
}

/** Values that a change adds or alters, by code; those that stay are not judged anew. */
export const newValues = (before: Values, after: Values): [code: string, value: AttributeValue][] =>
  Object.entries(after).filter(([code, value]) => canonical(before[code]) !== canonical(value));

/** @throws InvalidAttributes with every fault */
export function assertValuesFit(
  values: [code: string, value: AttributeValue][],
  attributes: readonly AttributeJudge[],
): void {
  const known = new Map(attributes.map((attribute) => [attribute.code, attribute]));
  const faults = values.flatMap(([code, value]) => {
    const reason = faultOf(known.get(code), value);
    return reason ? [{ code, reason }] : [];
  });
  if (faults.length > 0) throw new InvalidAttributes({ faults });
}
