import {
  type Fault,
  type ImportChange,
  inCellOrder,
  type Merged,
  mergeRows,
  type TableRow,
} from "@vitrina/domain/catalog";
import { readCsv, unguarded } from "#shop/csv-records.ts";
import type { ImportFile } from "#shop/import-file.ts";
import type { ImportEntry, ImportFormat, ImportItem, Written } from "#shop/import-run.ts";
import { type ImportTools, termsOf } from "#shop/import-tools.ts";
import { readLines } from "#shop/lines.ts";

export interface TableOptions {
  importId: string;
  file: ImportFile;
  /** Of products that the file gives no source. */
  source: string;
  format: "csv" | "jsonl";
  /** What each column of a CSV file means, in its order; null: left out. */
  columns: readonly (string | null)[];
}

interface TableItem extends ImportItem {
  row: TableRow;
}

/** Rows of a table, each a variant of a product: a CSV file, or lines of JSON with the same columns. */
export const tableFormat = (tools: ImportTools, options: TableOptions): ImportFormat<TableItem> => ({
  entries: () => (options.format === "csv" ? csvEntries(options) : jsonEntries(options)),
  preview: async (items) => (await merge(tools, items, false)).written,
  async write(items) {
    const { products, written } = await merge(tools, items, true);
    await save(tools, products, options);
    return written;
  },
});

async function* csvEntries(options: TableOptions): AsyncGenerator<ImportEntry<TableItem>> {
  const order = inCellOrder(options.columns.filter((name) => name !== null)).map(
    (name) => [name, options.columns.indexOf(name)] as const,
  );
  for await (const { number, position, cells } of readCsv(options.file)) {
    if (number === 1) continue;
    if (!cells)
      yield { number, position, faults: [{ field: "row", reason: "invalid", detail: null }], externalId: null };
    else {
      const named = order.map(([name, index]) => [name, unguarded(cells[index] ?? "").trim()] as const);
      yield { number, position, ...itemOf(number, Object.fromEntries(named), options.source) };
    }
  }
}

async function* jsonEntries(options: TableOptions): AsyncGenerator<ImportEntry<TableItem>> {
  for await (const { number, position, text, reason } of readLines(options.file)) {
    const cells = text === null ? (reason ?? "invalid") : cellsOf(text);
    if (typeof cells === "string")
      yield { number, position, faults: [{ field: "line", reason: cells, detail: null }], externalId: null };
    else yield { number, position, ...itemOf(number, cells, options.source) };
  }
}

/** What a line of JSON says, as cells: texts as they are, anything else as JSON. */
export function cellsOf(text: string): Record<string, string> | Fault["reason"] {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return "no-json";
  }
  if (typeof input !== "object" || input === null || Array.isArray(input)) return "no-json";
  const given = new Map(Object.entries(input));
  const cells = inCellOrder([...given.keys()]).map((name) => {
    const value: unknown = given.get(name);
    return [name, typeof value === "string" ? value : value === null ? "" : JSON.stringify(value)] as const;
  });
  return Object.fromEntries(cells);
}

function itemOf(number: number, cells: Record<string, string>, fallback: string): { item: TableItem } {
  const { source = "", product = "", sku = "" } = cells;
  const group = product ? `${source || fallback}\n${product}` : `sku\n${sku}`;
  const name = sku ? `sku\n${sku}` : group;
  const row = { number, source: fallback, cells };
  return {
    item: {
      number,
      row,
      name: sku || product ? name : `row\n${number}`,
      group,
      externalId: product || null,
      notices: [],
    },
  };
}

/** What the rows make of the catalogue as it stands; locked, so that nobody changes it until it is written. */
async function merge(tools: ImportTools, items: TableItem[], lock: boolean) {
  const { rows, ...known } = await tools.catalog.knownOf(
    items.map(({ row }) => row),
    { lock },
  );
  const terms = await termsOf(
    tools,
    known.products.flatMap(({ variants }) => variants),
  );
  const { products, outcomes, faults } = mergeRows(rows, { ...known, terms });
  return { products, written: { outcomes, faults } satisfies Written };
}

async function save(tools: ImportTools, products: Merged[], { importId, source }: TableOptions): Promise<void> {
  await tools.catalog.saveMerged(products);
  const ids = new Map(products.flatMap(({ after }) => after.variants.map(({ sku, id }) => [sku, id] as const)));
  const idOf = (sku: string) => ids.get(sku) ?? "";
  await tools.pricing.setPrices(
    products.flatMap(({ prices }) =>
      prices.map(({ sku, before: _, ...price }) => ({ variantId: idOf(sku), ...price })),
    ),
  );
  await tools.inventory.count(
    products.flatMap(({ stock }) => stock.map(({ sku, onHand }) => ({ variantId: idOf(sku), onHand }))),
    { actor: "import", reference: source },
  );
  await tools.imports.addChanges(
    importId,
    products.flatMap((product) => changeOf(product, idOf)),
  );
}

function changeOf({ before, after, changed, prices, stock }: Merged, idOf: (sku: string) => string): ImportChange[] {
  const skus = new Set([...prices, ...stock].map(({ sku }) => sku));
  if (!changed && skus.size === 0) return [];
  const terms = [...skus].map((sku) => {
    const count = stock.find((one) => one.sku === sku);
    return {
      variantId: idOf(sku),
      prices: prices
        .filter((one) => one.sku === sku)
        .map(({ currency, before, amount, compareAt }) => ({ currency, before, after: { amount, compareAt } })),
      stock: count ? { before: count.was, after: count.onHand } : null,
    };
  });
  return [{ productId: after.id, before, terms }];
}
