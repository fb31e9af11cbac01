import { MAX_CODES, MAX_LINES, type MergeReport } from "./cart.ts";
import type { MergedLine } from "./cart.repository.ts";
import { isSellable } from "./cart-view.ts";
import type { StandingCart, StandingLine } from "./standing.ts";

interface Merge {
  /** What the account's cart is to have; lines and codes it keeps as they are stay out. */
  lines: MergedLine[];
  codes: string[];
  changes: MergeReport["changes"];
}

/**
 * CART-08: the guest's cart joins the account's. Of a line in both the larger quantity wins, capped by stock, but nothing
 * is taken from what the account has; what could not be had as wished is told.
 */
export function mergeCarts(mine: StandingCart, guest: StandingCart): Merge {
  const lines: MergedLine[] = [];
  const changes: MergeReport["changes"] = [];
  let room = MAX_LINES - mine.lines.length;
  for (const line of guest.lines) {
    const { variantId } = line.offer;
    const present = mine.lines.find(({ offer }) => offer.variantId === variantId);
    const wanted = Math.max(present?.quantity ?? 0, line.quantity);
    const got = present || room > 0 ? quantityOf(line, present) : 0;
    if (!present && got > 0) room -= 1;
    if (got > (present?.quantity ?? 0)) lines.push({ variantId, quantity: got });
    if (got !== wanted) changes.push({ variantId, wanted, got });
  }
  const known = new Set(mine.codes.map(({ code }) => code));
  const codes = guest.codes.map(({ code }) => code).filter((code) => !known.has(code));
  return { lines, codes: codes.slice(0, Math.max(0, MAX_CODES - known.size)), changes };
}

function quantityOf(line: StandingLine, present: StandingLine | undefined): number {
  const before = present?.quantity ?? 0;
  if (!isSellable(line)) return before;
  const available = Math.max(line.available, present?.available ?? 0);
  return Math.max(before, Math.min(Math.max(before, line.quantity), available));
}
