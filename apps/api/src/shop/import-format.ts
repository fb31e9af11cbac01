import { guessColumns } from "@vitrina/domain/catalog";
import { readCsv } from "#shop/csv-records.ts";
import { type FeedOptions, feedFormat } from "#shop/import-feed.ts";
import { type ImportFile, openChunks, peek } from "#shop/import-file.ts";
import { type Run, runImport } from "#shop/import-run.ts";
import { cellsOf, type TableOptions, tableFormat } from "#shop/import-table.ts";
import type { ImportTools } from "#shop/import-tools.ts";
import { readLines } from "#shop/lines.ts";

const SAMPLES = 3;
const MOST_COLUMNS = 500;

/** What a file looks like from its first rows. */
export interface Glance {
  format: "csv" | "jsonl";
  /** Lines of JSON: whether they are products as merchants' feeds have them, or rows of a table. */
  feed: boolean;
  headers: string[];
  /** What each header most likely means. */
  columns: (string | null)[];
  samples: string[][];
}

/** Reads the beginning of a file; a file without a readable row has no headers. */
export async function glanceAt(file: ImportFile): Promise<Glance> {
  const { chunks } = await openChunks(file);
  const { first, all } = await peek(chunks, 64);
  await all.return(undefined);
  if (/^\s*[{[]/.test(first.toString("utf8").replace(/^\ufeff/, ""))) return glanceAtLines(file);
  const records: string[][] = [];
  for await (const { cells } of readCsv(file)) {
    if (cells) records.push(cells.slice(0, MOST_COLUMNS));
    if (records.length > SAMPLES) break;
  }
  const [headers = [], ...samples] = records;
  return { format: "csv", feed: false, headers, columns: guessColumns(headers), samples };
}

async function glanceAtLines(file: ImportFile): Promise<Glance> {
  const glance: Glance = { format: "jsonl", feed: true, headers: [], columns: [], samples: [] };
  for await (const { text } of readLines(file)) {
    const cells = text === null ? "invalid" : cellsOf(text);
    if (typeof cells === "string") continue;
    const headers = Object.keys(cells).slice(0, MOST_COLUMNS);
    const feed = "externalId" in cells || "row" in cells;
    return { ...glance, feed, headers, samples: [headers.map((name) => cells[name] ?? "")] };
  }
  return glance;
}

export type ImportOptions = FeedOptions & TableOptions & { feed: boolean };

/** Takes the file's rows into the shop, or only says what would become of them. */
export const importRows = (tools: ImportTools, options: ImportOptions, run: Run) =>
  options.feed ? runImport(feedFormat(tools, options), run) : runImport(tableFormat(tools, options), run);
