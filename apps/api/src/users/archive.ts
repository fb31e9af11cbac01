import type { DataRow } from "@vitrina/domain/core";
import type { DataTables } from "@vitrina/domain/users";
import { stringify } from "csv-stringify/sync";
import { strToU8, zipSync } from "fflate";

const README = `data.json  everything, for programs
*.csv      the same, a table each, for people: UTF-8 with commas. A text that a spreadsheet would take for
           a formula has an apostrophe before it.
`;

/** Everything as JSON, and each table as CSV, in one ZIP. */
export function packArchive(tables: DataTables): Uint8Array {
  const files: Record<string, Uint8Array> = {
    "README.txt": strToU8(README),
    "data.json": strToU8(JSON.stringify(tables, null, 2)),
  };
  for (const [name, rows] of Object.entries(tables)) files[`${name}.csv`] = strToU8(tableAsCsv(rows));
  return zipSync(files);
}

/** A table as RFC 4180, its columns in the order they come; what a spreadsheet would run is quoted away (T-31). */
export function tableAsCsv(rows: readonly DataRow[]): string {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  return stringify(
    rows.map((row) => columns.map((column) => cellOf(row[column]))),
    {
      columns,
      header: columns.length > 0,
      bom: true,
      record_delimiter: "windows",
      quoted_string: true,
      escape_formulas: true,
    },
  );
}

function cellOf(value: unknown): string | number {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "number" || typeof value === "string") return value;
  return JSON.stringify(value);
}
