import { rowsOf, TABLE_COLUMNS } from "@vitrina/domain/catalog";
import { stringify } from "csv-stringify/sync";
import { guarded } from "#shop/csv-records.ts";
import { type ImportTools, termsOf } from "#shop/import-tools.ts";

const PAGE = 500;

export type ExportFormat = "csv" | "jsonl";

type Tools = Pick<ImportTools, "inventory"> & {
  catalog: Pick<ImportTools["catalog"], "pageOfStates" | "optionCodes">;
  pricing: Pick<ImportTools["pricing"], "bases">;
};

/** The whole catalogue as text, page by page: holds one page, whatever the number of products. */
export async function* exportRows(
  { catalog, ...rooms }: Tools,
  { format, onRows }: { format: ExportFormat; onRows?: (count: number) => void },
): AsyncGenerator<string> {
  const columns = [...TABLE_COLUMNS, ...(await catalog.optionCodes()).map((code) => `option.${code}`)];
  const write = format === "csv" ? asCsv : asLines(columns);
  // Spreadsheets take a file for UTF-8 only if it begins with this mark.
  if (format === "csv") yield `\ufeff${stringify([columns])}`;
  for (let after: string | null = null; ;) {
    const products = await catalog.pageOfStates(after, PAGE);
    const last = products.at(-1);
    if (!last) return;
    const terms = await termsOf(
      rooms,
      products.flatMap(({ variants }) => variants),
    );
    const rows = products.flatMap((product) => rowsOf(product, terms, columns));
    onRows?.(rows.length);
    yield write(rows);
    after = last.id;
  }
}

const asCsv = (rows: string[][]): string => stringify(rows.map((row) => row.map(guarded)));

const asLines = (columns: string[]) => (rows: string[][]) =>
  rows
    .map((row) => `${JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index]])))}\n`)
    .join("");
