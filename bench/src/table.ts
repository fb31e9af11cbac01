import type { Measured, MeasuredPair } from "./measure.ts";
import type { Check } from "./races.ts";
import type { Server } from "./server.ts";

interface Findings {
  measured: MeasuredPair[];
  /** Server-rendered listing pages. */
  page: Measured | null;
  /** Whole purchases per second. */
  orders: number | null;
  checks: Check[];
  idle: { shop: number; floor: number };
  shop: Server;
  floor: Server;
  products: number;
}

const GOAL = 0.5;
const PAGES_GOAL = 150;

/** By requests per second. */
export function median(runs: Measured[]): Measured {
  const sorted = runs.toSorted((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new RangeError("There is no median of nothing.");
  return middle;
}

export const whole = (value: number) => Math.round(value).toLocaleString("en");
export const mark = (reached: boolean) => (reached ? "✓" : "✗");

/** All that was found, as Markdown. */
export function report({ measured, page, orders, checks, idle, shop, floor, products }: Findings): string {
  const rows = measured.map(({ name, floor, shop, ratio }) => [
    name,
    whole(floor.perSecond),
    floor.cpu.toFixed(2),
    whole(shop.perSecond),
    shop.cpu.toFixed(2),
    shop.p99.toFixed(0),
    ratio.toFixed(2),
    `≥ ${GOAL} ${mark(ratio >= GOAL)}`,
  ]);
  if (page)
    rows.push([
      "listing page, server-rendered",
      "",
      "",
      whole(page.perSecond),
      page.cpu.toFixed(2),
      page.p99.toFixed(0),
      "",
      `≥ ${PAGES_GOAL}/s ${mark(page.perSecond >= PAGES_GOAL)}`,
    ]);
  if (orders) rows.push(["purchase: empty cart to order", "", "", whole(orders), "", "", "", ""]);
  const head = [
    `${whole(products)} products`,
    "floor /s",
    "CPU ms",
    "shop /s",
    "CPU ms",
    "p99 ms",
    "shop / floor",
    "goal",
  ];
  const process = [
    ["start to the first answer, ms", whole(floor.startedIn), whole(shop.startedIn)],
    ["memory when idle, MB", whole(idle.floor), whole(idle.shop)],
    ["memory at its peak, MB", whole(floor.memory().peak), whole(shop.memory().peak)],
  ];
  return [
    table([head, ...rows]),
    table([["process", "floor", "shop"], ...process]),
    ...checks.map(({ name, holds, found }) => `${mark(holds)} ${name}: ${found}`),
  ].join("\n\n");
}

export function table(rows: string[][]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(head), line(rule), ...body.map(line)].join("\n");
}
