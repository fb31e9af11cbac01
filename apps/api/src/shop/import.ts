import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { access, constants } from "node:fs/promises";
import path from "node:path";
import { once } from "node:events";
import { SingleBar } from "cli-progress";
import { guessColumns, type ImportCounts, isTableColumn, type RowFault } from "@vitrina/domain/catalog";
import * as z from "zod";
import { type Arguments, Misuse, type Operator, type OperatorCommand } from "#shop/command.ts";
import { localFile, sizeOf } from "#shop/import-file.ts";
import { type Glance, glanceAt } from "#shop/import-format.ts";
import { importNow } from "#shop/import-now.ts";
import { refreshListings } from "#shop/refresh.ts";

export const importCommand: OperatorCommand = {
  summary: "take products from a CSV file or a file of JSON lines",
  help: `pnpm shop import <file.csv|file.jsonl> [options]

Adds the products of the file to the shop, or updates them. A CSV file has a row for each variant, known by its SKU or by
source and product, and the columns of pnpm shop export; cells that are empty say nothing, (empty) empties. Lines of JSON
have the same columns, or are a merchant's feed, known by (source, externalId). The file may be gzipped. The same file
twice changes nothing; an import that was interrupted is simply started again. Rows that cannot be taken are reported.

  --source <name>   where the products come from that name no source; the file's name unless told
  --map <header>=<column>  what a header of the file means, when its name does not tell; may be given again
  --stock <n>       pieces that a new product of a feed gets, 25 unless told; none where it says it is out of stock
  --dry-run         tell what would happen, change nothing
  --report <file>   where faulty rows are written; DATA_DIR/import-<source>.faults.jsonl unless told`,
  options: {
    source: { type: "string" },
    map: { type: "string", multiple: true },
    stock: { type: "string" },
    "dry-run": { type: "boolean" },
    report: { type: "string" },
  },
  check: async (args) => void (await taskOf(args)),
  async run(operator, args) {
    const {
      source,
      report = path.join(operator.env.DATA_DIR, `import-${source}.faults.jsonl`),
      ...task
    } = await taskOf(args);
    await importFile(operator, { ...task, source, report });
  },
};

const Options = z.object({
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "use up to 60 letters a-z, digits and hyphens (--source <name>)"),
  map: z.array(z.string().includes("=", "--map takes <header>=<column>")).default([]),
  stock: z.coerce.number("--stock takes a whole number").int().min(0).max(1_000_000).default(25),
  "dry-run": z.boolean().default(false),
  report: z.string().optional(),
});

async function taskOf({ values, positionals: [file, ...rest] }: Arguments) {
  if (!file || rest.length > 0) throw new Misuse("Name one file: pnpm shop import <file.csv|file.jsonl>");
  await access(file, constants.R_OK).catch(() => {
    throw new Misuse(`${file} cannot be read: check its name and rights.`);
  });
  const options = Options.safeParse({ source: path.basename(file).replace(/\.(jsonl|csv)(\.gz)?$/, ""), ...values });
  if (!options.success) throw new Misuse(z.prettifyError(options.error));
  const { "dry-run": dryRun, map, ...task } = options.data;
  return { ...task, ...columnsOf(await glanceAt(localFile(file)), map), file, dryRun };
}

/** The columns as their headers tell, or as they are told; @throws Misuse */
function columnsOf({ headers, format, feed }: Glance, map: string[]): Pick<Task, "columns" | "format" | "feed"> {
  const told = new Map(map.map((one) => [one.slice(0, one.lastIndexOf("=")), one.slice(one.lastIndexOf("=") + 1)]));
  for (const [header, column] of told) {
    if (!headers.includes(header)) throw new Misuse(`The file has no column "${header}": ${headers.join(", ")}`);
    if (!isTableColumn(column)) throw new Misuse(`There is no column "${column}" to take "${header}" for.`);
  }
  const guessed = guessColumns(headers.map((header) => told.get(header) ?? header));
  if (format === "csv" && !guessed.includes("sku") && !guessed.includes("product"))
    throw new Misuse(`No column tells which product a row is of: --map <header>=sku. Headers: ${headers.join(", ")}`);
  return { format, feed, columns: format === "csv" ? guessed : [] };
}

interface Task {
  file: string;
  source: string;
  format: "csv" | "jsonl";
  feed: boolean;
  columns: (string | null)[];
  report: string;
  stock: number;
  dryRun: boolean;
}

async function importFile(operator: Operator, { report, ...task }: Task): Promise<void> {
  const started = performance.now();
  const faults = faultReport(report);
  const bar = new SingleBar({
    format: "{bar} {percentage}% | {rows} rows | {step}",
    hideCursor: true,
    noTTYOutput: false,
  });
  const bytes = await sizeOf(task.file);
  bar.start(bytes, 0, { rows: 0, step: "reading" });
  let summary: ImportCounts;
  let listings = 0;
  try {
    summary = await importNow(operator, {
      ...task,
      bytes,
      file: localFile(task.file),
      fileName: path.basename(task.file),
      onFaults: faults.add,
      onProgress: ({ position, rows }) => bar.update(position, { rows, step: task.dryRun ? "trying" : "writing" }),
    });
    bar.update({ step: "refreshing listings" });
    listings = task.dryRun ? 0 : await refreshListings(operator);
  } finally {
    bar.stop();
    await faults.close();
  }
  const seconds = (performance.now() - started) / 1_000;
  console.log(describe(summary, { ...task, seconds, listings, report }));
}

const describe = (
  { rows, created, changed, unchanged, rejected, notices }: ImportCounts,
  { source, dryRun, seconds, listings, report }: Task & { seconds: number; listings: number },
) => `${dryRun ? "Would import" : "Imported"} ${rows} rows of "${source}" in ${seconds.toFixed(1)} s (${Math.round(rows / seconds)} rows/s, at most ${memory()} MB)
  created    ${created}
  changed    ${changed}
  unchanged  ${unchanged}
  rejected   ${rejected}
  notices    ${notices} parts left out${dryRun ? "" : `\n  listings   ${listings} refreshed`}${rejected + notices > 0 ? `\nRows with faults: ${report}` : ""}`;

const memory = () => Math.round(process.resourceUsage().maxRSS / 1_024);

/** A JSON line per fault; the file is only made when there is one. */
function faultReport(file: string) {
  let stream: WriteStream | undefined;
  return {
    async add(faults: readonly RowFault[]): Promise<void> {
      for (const fault of faults) {
        if (!stream) {
          mkdirSync(path.dirname(file), { recursive: true });
          stream = createWriteStream(file);
        }
        if (!stream.write(`${JSON.stringify(fault)}\n`)) await once(stream, "drain");
      }
    },
    async close(): Promise<void> {
      if (!stream) return;
      stream.end();
      await once(stream, "finish");
    },
  };
}
