import type { Operation } from "./catalogue-asks.ts";
import { mark, table, whole } from "./table.ts";

export interface Figures {
  operation: Operation;
  /** Times to the answer with two asking at once, ms. */
  p50: number;
  p95: number;
  p99: number;
  /** With sixteen asking at once. */
  perSecond: number;
  /** To the floor's. */
  ratio: number;
}

export interface Sized {
  products: number;
  figures: Figures[];
}

/** A row per operation and size, as Markdown; growth is from the smallest size. */
export function catalogueReport(sizes: Sized[]): string {
  const head = ["operation", "products", "p50 ms", "p95 ms", "p99 ms", "a second", "shop / floor", "p95 grows", "goal"];
  const names = [...new Set(sizes.flatMap(({ figures }) => figures.map(({ operation }) => operation.name)))];
  const rows = names.flatMap((name) => rowsOf(name, sizes));
  return table([head, ...rows]);
}

function rowsOf(name: string, sizes: Sized[]): string[][] {
  const measured = sizes.flatMap(({ products, figures }) =>
    figures.filter(({ operation }) => operation.name === name).map((found) => ({ products, ...found })),
  );
  const [smallest] = measured;
  return measured.map(({ products, operation, p50, p95, p99, perSecond, ratio }, index) => {
    const growth = p95 / (smallest?.p95 ?? p95);
    const last = index === measured.length - 1 && index > 0;
    return [
      index === 0 ? name : "",
      whole(products),
      p50.toFixed(1),
      p95.toFixed(1),
      p99.toFixed(1),
      whole(perSecond),
      ratio.toFixed(2),
      index === 0 ? "" : growth.toFixed(2),
      last ? goalsOf(operation, { growth, p95 }) : "",
    ];
  });
}

function goalsOf({ growth, within }: Operation, found: { growth: number; p95: number }): string {
  const goals = [
    ...(growth === undefined ? [] : [`≤ ${growth} ${mark(found.growth <= growth)}`]),
    ...(within === undefined ? [] : [`p95 ≤ ${within} ms ${mark(found.p95 <= within)}`]),
  ];
  return goals.join(", ");
}
