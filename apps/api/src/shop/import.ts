import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { access, constants } from "node:fs/promises";
import path from "node:path";
import { once } from "node:events";
import { SingleBar } from "cli-progress";
import { createTransact } from "@vitrina/db/core";
import * as z from "zod";
import { type Arguments, Misuse, type Operator, type OperatorCommand } from "#shop/command.ts";
import { importFeed, type ImportSummary, type RowFault } from "#shop/import-feed.ts";
import { sizeOf } from "#shop/lines.ts";
import { refreshListings } from "#shop/refresh.ts";

export const importCommand: OperatorCommand = {
  summary: "take products from a file of JSON lines",
  help: `pnpm shop import <file.jsonl[.gz]> [options]

Adds the products of the file to the shop, or updates them: they are known by (source, externalId). The same file twice
changes nothing; an import that was interrupted is simply started again. Rows that cannot be taken are written to a report.

  --source <name>   where the products come from; the file's name unless told
  --stock <n>       pieces that a new product gets, 25 unless told; none where the file says it is out of stock
  --dry-run         tell what would happen, change nothing
  --report <file>   where faulty rows are written; DATA_DIR/import-<source>.faults.jsonl unless told`,
  options: {
    source: { type: "string" },
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
  stock: z.coerce.number("--stock takes a whole number").int().min(0).max(1_000_000).default(25),
  "dry-run": z.boolean().default(false),
  report: z.string().optional(),
});

async function taskOf({ values, positionals: [file, ...rest] }: Arguments) {
  if (!file || rest.length > 0) throw new Misuse("Name one file: pnpm shop import <file.jsonl[.gz]>");
  await access(file, constants.R_OK).catch(() => {
    throw new Misuse(`${file} cannot be read: check its name and rights.`);
  });
  const options = Options.safeParse({ source: path.basename(file).replace(/\.jsonl(\.gz)?$/, ""), ...values });
  if (!options.success) throw new Misuse(z.prettifyError(options.error));
  const { "dry-run": dryRun, ...task } = options.data;
  return { ...task, file, dryRun };
}

interface Task {
  file: string;
  source: string;
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
  bar.start(await sizeOf(task.file), 0, { rows: 0, step: "reading" });
  let summary: ImportSummary;
  let listings = 0;
  try {
    summary = await importFeed(
      { ...operator.services, transact: createTransact(operator.db, () => ({})) },
      {
        ...task,
        onFault: faults.add,
        onProgress: (position, { rows }) => bar.update(position, { rows, step: task.dryRun ? "trying" : "writing" }),
      },
    );
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
  { rows, created, changed, unchanged, rejected, notices }: ImportSummary,
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
    async add(fault: RowFault): Promise<void> {
      if (!stream) {
        mkdirSync(path.dirname(file), { recursive: true });
        stream = createWriteStream(file);
      }
      if (!stream.write(`${JSON.stringify(fault)}\n`)) await once(stream, "drain");
    },
    async close(): Promise<void> {
      if (!stream) return;
      stream.end();
      await once(stream, "finish");
    },
  };
}
