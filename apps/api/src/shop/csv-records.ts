import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type CsvError, parse } from "csv-parse";
import { type ImportFile, openChunks, peek } from "#shop/import-file.ts";

const MAX_RECORD = 1_048_576;
const SNIFFED = 65_536;

/** A record by its place in the file, the header being the first; null cells: it cannot be read. */
export interface CsvRecord {
  number: number;
  cells: string[] | null;
  /** Bytes of the file read so far, for progress. */
  position: number;
}

/**
 * The records of a CSV file: with commas, semicolons or tabs, in UTF-8 or, as spreadsheets write in Russian, in
 * Windows-1251. Holds one record at a time, and none longer than 1 MiB.
 */
export async function* readCsv(file: ImportFile): AsyncGenerator<CsvRecord> {
  const { chunks, position } = await openChunks(file);
  const { first, all } = await peek(chunks, SNIFFED);
  const encoding = encodingOf(first);
  const skipped: number[] = [];
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(new TextDecoder(encoding).decode(first)),
    info: true,
    max_record_size: MAX_RECORD,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined) => void skipped.push(Number(error?.["records"] ?? 0)),
  });
  const reading = pipeline(Readable.from(decoded(all, encoding)), parser);
  reading.catch(() => {});
  let number = 0;
  for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
    for (; skipped.length > 0; skipped.shift()) yield { number: ++number, cells: null, position: position() };
    yield { number: ++number, cells: record, position: position() };
  }
  await reading;
  for (; skipped.length > 0; skipped.shift()) yield { number: ++number, cells: null, position: position() };
}

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function encodingOf(start: Buffer): string {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(start, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1251";
  }
}

function delimiterOf(start: string): string {
  const header = start.split(/\r?\n/, 1)[0]?.replace(/"[^"]*"/g, "") ?? "";
  const counts = [",", ";", "\t"].map((mark) => [mark, header.split(mark).length] as const);
  return counts.toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? ",";
}

/** What a spreadsheet would run as a formula; full-width forms too, which some read alike. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** T-31: an apostrophe in front of what a spreadsheet would run; `unguarded` takes exactly that away. */
export const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
export const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);
