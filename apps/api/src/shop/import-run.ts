import { DomainError, type Transact } from "@vitrina/domain/core";
import type {
  Fault,
  ImportCounts,
  ImportedProduct,
  ImportProgress,
  ImportsRepository,
  RowFault,
} from "@vitrina/domain/catalog";

const BATCH = 500;
/** Rows that belong together are kept together up to this many. */
const LONGEST_BATCH = 2_500;

export type Outcome = ImportedProduct["outcome"];

/** A row that can be taken. */
export interface ImportItem {
  number: number;
  externalId: string | null;
  /** What no other row of the file may speak of. */
  name: string;
  /** Rows next to each other with an equal group are written together. */
  group: string;
  /** Parts of the row that are left out. */
  notices: Fault[];
}

/** What a file yields, in its order. */
export type ImportEntry<Item> = { position: number; number: number } & (
  | { item: Item }
  | { faults: Fault[]; externalId: string | null }
);

export interface Written {
  /** Of each item, in their order; null: rejected. */
  outcomes: (Outcome | null)[];
  faults: RowFault[];
}

/** One way to read rows: what they are, and what is done with them. */
export interface ImportFormat<Item extends ImportItem> {
  entries(): AsyncIterable<ImportEntry<Item>>;
  /** Within a transaction. */
  write(items: Item[]): Promise<Written>;
  preview(items: Item[]): Promise<Written>;
}

export interface Run {
  importId: string;
  imports: Pick<ImportsRepository, "firstSeen" | "forgetSeen" | "advance">;
  transact: Transact<unknown>;
  dryRun: boolean;
  /** Where an interrupted run goes on. */
  from: ImportProgress;
  now: () => Date;
  /** Within the transaction of the batch that they are of, where there is one. */
  onFaults: (faults: RowFault[]) => Promise<void>;
  onProgress?: (progress: ImportProgress) => void;
}

interface Batch<Item> {
  items: Item[];
  faults: RowFault[];
  rows: number;
  last: { number: number; position: number };
}

const emptyBatch = <Item>(last: Batch<Item>["last"]): Batch<Item> => ({ items: [], faults: [], rows: 0, last });

/**
 * Streams a file into the shop, batch by batch, each in a transaction of its own together with how far it came: a run that
 * was killed goes on from there. Holds two batches, whatever the size of the file.
 */
export async function runImport<Item extends ImportItem>(format: ImportFormat<Item>, run: Run): Promise<ImportCounts> {
  let progress = { ...run.from };
  let writing: Promise<void> = Promise.resolve();
  let batch = emptyBatch<Item>({ number: progress.lastRow, position: progress.position });
  // The next batch is read and mapped while PostgreSQL writes the last one.
  const flush = async () => {
    await writing;
    const full = batch;
    batch = emptyBatch(full.last);
    writing = writeBatch(format, full, { ...run, from: progress }).then((reached) => {
      progress = reached;
      run.onProgress?.(reached);
    });
    writing.catch(() => {});
  };
  for await (const entry of format.entries()) {
    if (entry.number <= run.from.lastRow) continue;
    if (isFull(batch, "item" in entry ? entry.item.group : null)) await flush();
    batch.rows++;
    batch.last = { number: entry.number, position: entry.position };
    if ("item" in entry) batch.items.push(entry.item);
    else batch.faults.push(...rejections(entry));
  }
  await flush();
  await writing;
  await run.imports.forgetSeen(run.importId);
  const { position: _, lastRow: __, ...counts } = progress;
  return counts;
}

function isFull<Item extends ImportItem>({ items, rows }: Batch<Item>, nextGroup: string | null): boolean {
  if (rows < BATCH) return false;
  return rows >= LONGEST_BATCH || items.at(-1)?.group !== nextGroup;
}

const rejections = ({ number, externalId, faults }: { number: number; externalId: string | null; faults: Fault[] }) =>
  faults.map((fault): RowFault => ({ ...fault, row: number, externalId, rejected: true }));

/** Answers how far the run has come with this batch. */
async function writeBatch<Item extends ImportItem>(
  format: ImportFormat<Item>,
  batch: Batch<Item>,
  run: Run,
): Promise<ImportProgress> {
  const named = batch.items.map(({ name, number }) => ({ name, row: number }));
  const first = named.length > 0 ? await run.imports.firstSeen(run.importId, named) : new Map<string, number>();
  const items = batch.items.filter(({ name, number }) => first.get(name) === number);
  const repeated = batch.items.flatMap(({ name, number, externalId }) => {
    const row = first.get(name) ?? number;
    const fault = { field: "row", reason: "repeats" as const, detail: String(row) };
    return row === number ? [] : rejections({ number, externalId, faults: [fault] });
  });
  const finish = async ({ outcomes, faults }: Written) => {
    const notices = items.flatMap(({ number, externalId, notices }) =>
      notices.map((notice): RowFault => ({ ...notice, row: number, externalId, rejected: false })),
    );
    const all = [...batch.faults, ...repeated, ...faults, ...notices].toSorted((left, right) => left.row - right.row);
    const reached = advanced(run.from, batch, { outcomes, faults: all });
    await run.onFaults(all);
    await run.imports.advance(run.importId, reached, run.now());
    return reached;
  };
  if (run.dryRun) {
    const written = await format.preview(items);
    return run.transact(() => finish(written));
  }
  try {
    return await run.transact(async () => finish(await format.write(items)));
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    const written = await writeHalves(format, items, run);
    return run.transact(() => finish(written));
  }
}

function advanced(from: ImportProgress, { rows, last }: Batch<unknown>, { outcomes, faults }: Written): ImportProgress {
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  return {
    rows: from.rows + rows,
    created: from.created + count("created"),
    changed: from.changed + count("changed"),
    unchanged: from.unchanged + count("unchanged"),
    rejected: from.rejected + new Set(faults.filter((fault) => fault.rejected).map(({ row }) => row)).size,
    notices: from.notices + faults.filter((fault) => !fault.rejected).length,
    position: last.position,
    lastRow: last.number,
  };
}

/** One row that the database refuses must not take its batch with it: halves are tried until it stands alone. */
async function writeHalves<Item extends ImportItem>(
  format: ImportFormat<Item>,
  items: Item[],
  run: Run,
): Promise<Written> {
  try {
    return await run.transact(() => format.write(items));
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === null) throw error;
    const [row] = items;
    if (!row) return { outcomes: [], faults: [] };
    if (items.length === 1) {
      const fault = { field: "row", reason: "refused" as const, detail: reason };
      return { outcomes: [null], faults: rejections({ ...row, faults: [fault] }) };
    }
    const middle = Math.ceil(items.length / 2);
    const head = await writeHalves(format, items.slice(0, middle), run);
    const tail = await writeHalves(format, items.slice(middle), run);
    return { outcomes: [...head.outcomes, ...tail.outcomes], faults: [...head.faults, ...tail.faults] };
  }
}

/** Classes 22 and 23 of PostgreSQL blame the data; anything else is not the row's fault. */
function refusalOf(error: unknown): string | null {
  if (error instanceof DomainError) return error.code;
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code && /^2[23]/.test(code) ? (constraint ?? code) : null;
}
