import { createHash } from "node:crypto";
import {
  type CatalogService,
  type Fault,
  type ImportedProduct,
  type MappedRow,
  mapImportRow,
  type ProductDraft,
} from "@vitrina/domain/catalog";
import { DomainError, type Transact } from "@vitrina/domain/core";
import type { InventoryService } from "@vitrina/domain/inventory";
import type { PricingService } from "@vitrina/domain/pricing";
import { readLines } from "#shop/lines.ts";

const BATCH = 500;
/** Part of each content hash: raise it when the mapping changes, so that the next import writes all rows again. */
const MAPPING = 1;

export interface ImportTools {
  catalog: Pick<CatalogService, "importProducts" | "previewImport">;
  pricing: Pick<PricingService, "setPrices">;
  inventory: Pick<InventoryService, "receive">;
  transact: Transact<unknown>;
}

export interface ImportOptions {
  file: string;
  /** Where the products come from: they are known by (source, externalId). */
  source: string;
  dryRun: boolean;
  /** Pieces that a new product gets; none when the feed says that it is out of stock. */
  stock: number;
  onProgress?: (position: number, summary: ImportSummary) => void;
  /** Each row that was rejected, or of which a part was left out. */
  onFault?: (fault: RowFault) => Promise<void>;
}

export interface RowFault extends Fault {
  row: number;
  externalId: string | null;
  rejected: boolean;
}

export type ImportSummary = Record<"rows" | ImportedProduct["outcome"] | "rejected" | "notices", number>;

interface Row extends MappedRow {
  number: number;
  source: string;
  contentHash: ProductDraft["contentHash"];
}

/** Streams a feed into the shop, batch by batch, each in a transaction of its own: after a kill, run it again. */
export async function importFeed(tools: ImportTools, options: ImportOptions): Promise<ImportSummary> {
  const summary: ImportSummary = { rows: 0, created: 0, changed: 0, unchanged: 0, rejected: 0, notices: 0 };
  const report = async (fault: RowFault) => {
    if (fault.rejected) summary.rejected++;
    else summary.notices++;
    await options.onFault?.(fault);
  };
  const firstSeen = new Map<string, number>();
  let writing: Promise<void> = Promise.resolve();
  let batch: Row[] = [];
  // The next batch is read and mapped while PostgreSQL writes the last one.
  const flush = async () => {
    await writing;
    writing = writeBatch(tools, batch, { options, summary, report });
    writing.catch(() => {});
    batch = [];
  };
  for await (const line of readLines(options.file)) {
    summary.rows++;
    const mapped = line.text === null ? rejection("line", line.reason ?? "") : mapLine(line.text, options.source);
    if ("faults" in mapped) {
      const { externalId } = mapped;
      for (const [index, fault] of mapped.faults.entries()) {
        if (index === 0) await report({ ...fault, row: line.number, externalId, rejected: true });
        else await options.onFault?.({ ...fault, row: line.number, externalId, rejected: true });
      }
    } else {
      const key = `${mapped.source}\n${mapped.product.externalId}`;
      const first = firstSeen.get(key);
      if (first === undefined) {
        firstSeen.set(key, line.number);
        batch.push({ ...mapped, number: line.number });
      } else {
        const reason = `repeats row ${first}`;
        await report({
          field: "externalId",
          reason,
          row: line.number,
          externalId: mapped.product.externalId,
          rejected: true,
        });
      }
    }
    if (batch.length >= BATCH) await flush();
    options.onProgress?.(line.position, summary);
  }
  await flush();
  await writing;
  return summary;
}

type Rejection = { faults: Fault[]; externalId: string | null };
const rejection = (field: string, reason: string): Rejection => ({ faults: [{ field, reason }], externalId: null });

/** A line is a product, or `{"catalogue": <source>, "row": <product>}`. */
function mapLine(text: string, source: string): Omit<Row, "number"> | Rejection {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return rejection("line", "is not JSON");
  }
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return rejection("line", "is not a JSON object");
  const { row, catalogue } = input as { row?: unknown; catalogue?: unknown };
  const rowSource = row && typeof catalogue === "string" ? catalogue : source;
  const mapped = mapImportRow(rowSource, row ?? input);
  if ("faults" in mapped) {
    const { externalId } = (row ?? input) as { externalId?: unknown };
    return { ...mapped, externalId: typeof externalId === "string" ? externalId : null };
  }
  const { notices: _, inStock: __, ...content } = mapped;
  const contentHash = createHash("sha256")
    .update(JSON.stringify([MAPPING, content]))
    .digest();
  return { ...mapped, source: rowSource, contentHash };
}

interface Run {
  options: ImportOptions;
  summary: ImportSummary;
  report: (fault: RowFault) => Promise<void>;
}

async function writeBatch(tools: ImportTools, rows: Row[], run: Run): Promise<void> {
  for (const [source, ofSource] of Map.groupBy(rows, (row) => row.source)) {
    const outcomes = run.options.dryRun
      ? await preview(tools, source, ofSource)
      : await writeOrHalve(tools, { source, rows: ofSource }, run);
    for (const outcome of outcomes) run.summary[outcome]++;
  }
  for (const { number, product, notices } of rows) {
    for (const notice of notices)
      await run.report({ ...notice, row: number, externalId: product.externalId, rejected: false });
  }
}

const preview = (tools: ImportTools, source: string, rows: Row[]) =>
  tools.catalog.previewImport(
    source,
    rows.map(({ product, contentHash }) => ({ externalId: product.externalId, contentHash })),
  );

/** One row that the database refuses must not take its batch with it: halves are tried until it stands alone. */
async function writeOrHalve(
  tools: ImportTools,
  { source, rows }: { source: string; rows: Row[] },
  run: Run,
): Promise<ImportedProduct["outcome"][]> {
  try {
    return await tools.transact(() => write(tools, { source, rows }, run.options.stock));
  } catch (error) {
    const reason = refusedBecause(error);
    if (reason === null) throw error;
    const [row] = rows;
    if (row && rows.length === 1) {
      await run.report({ field: "row", reason, row: row.number, externalId: row.product.externalId, rejected: true });
      return [];
    }
    const middle = Math.ceil(rows.length / 2);
    const head = await writeOrHalve(tools, { source, rows: rows.slice(0, middle) }, run);
    return [...head, ...(await writeOrHalve(tools, { source, rows: rows.slice(middle) }, run))];
  }
}

/** Classes 22 and 23 of PostgreSQL blame the data; anything else is not the row's fault. */
function refusedBecause(error: unknown): string | null {
  if (error instanceof DomainError) return error.code;
  const { code, message } = error as { code?: string; message?: string };
  return code && /^2[23]/.test(code) ? (message ?? code) : null;
}

async function write(tools: ImportTools, { source, rows }: { source: string; rows: Row[] }, stock: number) {
  const imported = await tools.catalog.importProducts({
    source,
    categories: distinct(
      rows.flatMap(({ categories }) => categories),
      ({ key }) => key,
    ),
    attributes: distinct(
      rows.flatMap(({ attributes }) => attributes),
      ({ code, type }) => `${code} ${type}`,
    ),
    products: rows.map(({ product, contentHash }) => ({ ...product, contentHash })),
  });
  const written = rows.map((row, index) => ({ row, result: imported[index] }));
  await tools.pricing.setPrices(
    written.flatMap(({ row: { price }, result }) =>
      price && result ? result.variants.map(({ id }) => ({ variantId: id, ...price })) : [],
    ),
  );
  await tools.inventory.receive(
    written.flatMap(({ row, result }) =>
      result?.outcome === "created" && row.inStock !== false && stock > 0
        ? result.variants.map(({ id }) => ({ variantId: id, quantity: stock }))
        : [],
    ),
    { actor: "import", reference: source },
  );
  return imported.map(({ outcome }) => outcome);
}

const distinct = <T>(items: T[], keyOf: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];
