import { createWriteStream } from "node:fs";
import { access, constants } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Arguments, Misuse, type OperatorCommand } from "#shop/command.ts";
import { type ExportFormat, exportRows } from "#shop/export-rows.ts";

export const exportCommand: OperatorCommand = {
  summary: "write all products into a CSV file or a file of JSON lines",
  help: `pnpm shop export <file.csv|file.jsonl>[.gz] [--format csv|jsonl]

Writes a row for each variant with its texts, prices and stock, as pnpm shop import takes them: read again, they change
nothing. "-" writes to the terminal or a pipe. Cells that a spreadsheet would run as a formula begin with an apostrophe.
  --format   csv or jsonl; the ending of the file's name unless told`,
  options: { format: { type: "string" } },
  check: async (args) => void (await taskOf(args)),
  async run({ services }, args) {
    const { file, format } = await taskOf(args);
    const started = performance.now();
    let rows = 0;
    const text = Readable.from(exportRows(services, { format, onRows: (count) => (rows += count) }));
    if (file === "-") return pipeline(text, process.stdout, { end: false });
    const output = createWriteStream(file);
    await (file.endsWith(".gz") ? pipeline(text, createGzip(), output) : pipeline(text, output));
    const seconds = (performance.now() - started) / 1_000;
    const memory = Math.round(process.resourceUsage().maxRSS / 1_024);
    console.log(`Wrote ${rows} rows to ${file} in ${seconds.toFixed(1)} s (at most ${memory} MB)`);
  },
};

async function taskOf({
  values,
  positionals: [file, ...rest],
}: Arguments): Promise<{ file: string; format: ExportFormat }> {
  if (!file || rest.length > 0) throw new Misuse("Name one file: pnpm shop export <file.csv|file.jsonl>");
  const format = values["format"] ?? /\.(csv|jsonl)(?:\.gz)?$/.exec(file)?.[1];
  if (format !== "csv" && format !== "jsonl") throw new Misuse("Say which: --format csv or --format jsonl.");
  if (file === "-") return { file, format };
  await access(path.dirname(path.resolve(file)), constants.W_OK).catch(() => {
    throw new Misuse(`${file} cannot be written: check the folder and its rights.`);
  });
  return { file, format };
}
