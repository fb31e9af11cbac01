import { Version } from "@vitrina/domain/core";
import * as z from "zod";

const MOST = 1_000_000;
const ExpectedOn = z.iso.date().max(10).nullable();

/** Whether a variant is sold before it is here (INV-08); `expectedOn` is what buyers are told. */
export const BackOrder = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("off") }),
  /** So many pieces at once. */
  z.strictObject({ mode: z.literal("limit"), most: z.int().min(1).max(MOST), expectedOn: ExpectedOn }),
  /** Any number, until that instant. */
  z.strictObject({ mode: z.literal("until"), until: z.iso.datetime(), expectedOn: ExpectedOn }),
]);
export type BackOrder = z.infer<typeof BackOrder>;

/** How a variant is sold: what is kept back of it, and what is sold before it is here. Version 0: nobody has said yet. */
export const StockPolicy = z.object({
  safetyStock: z.int().min(0).max(MOST),
  backOrder: BackOrder,
  version: Version,
});
export type StockPolicy = z.infer<typeof StockPolicy>;

export const NO_POLICY: StockPolicy = { safetyStock: 0, backOrder: { mode: "off" }, version: 0 };
