import {
  type Audit,
  type Clock,
  cursorAt,
  InvalidCursor,
  type NewId,
  NotFound,
  readPosition,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import { ImportKeyMissing, ImportNotReady } from "./catalog.errors.ts";
import { FAULTS_PER_PAGE, type ImportPlan, IMPORTS_PER_PAGE, type ImportState, MOST_REFUSALS } from "./imports.ts";
import { failuresSince } from "./waiting-jobs.ts";
import type { ImportsReader, ImportsRepository, StoredImport } from "./imports.repository.ts";

interface Scope {
  imports: ImportsRepository;
  audit: Audit;
}
interface Dependencies {
  imports: ImportsReader;
  transact: Transact<Scope>;
  clock: Clock;
  newId: NewId;
}
type Named = { id: string; version: number };
type Uploaded = Pick<
  StoredImport,
  "fileName" | "storageKey" | "format" | "feed" | "columns" | "headers" | "samples" | "bytes"
>;

/** Imports by staff (CAT-15): a file is sent, its columns are told, it is tried, run and, if need be, undone. The worker does the work. */
export function createImportsService({ imports, transact, clock, newId }: Dependencies) {
  async function lockSeen({ imports }: Scope, { id, version }: Named, states: readonly ImportState[]) {
    const found = await imports.lock(id);
    if (!found) throw new NotFound({ what: "import" });
    if (found.version !== version) throw new StaleVersion({ what: "import", current: found.version });
    if (!states.includes(found.state)) throw new ImportNotReady({ state: found.state });
    return found;
  }
  const get = async (reader: ImportsReader, id: string) => {
    const found = await reader.sheet(id);
    if (!found) throw new NotFound({ what: "import" });
    return found;
  };
  const trail = (
    verb: string,
    actorId: string,
    { id, ...after }: { id: string; fileName: string; [fact: string]: unknown },
  ) => ({
    action: `catalog.import-${verb}` as const,
    actor: { kind: "user" as const, id: actorId },
    subject: { kind: "import", id },
    after,
  });

  return {
    /** @throws NotFound */
    get: (id: string) => get(imports, id),

    waiting: () => imports.waiting(failuresSince(clock())),

    /** The newest first. @throws InvalidCursor */
    async list(cursor?: string) {
      const found = await imports.list(readPosition(cursor), IMPORTS_PER_PAGE + 1);
      const rows = found.slice(0, IMPORTS_PER_PAGE);
      const last = rows.at(-1);
      const more = found.length > rows.length;
      return { rows, nextCursor: last && more ? cursorAt({ at: new Date(last.createdAt), id: last.id }) : null };
    },

    /** In the order of the file. @throws InvalidCursor */
    async faults(id: string, cursor?: string) {
      if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new InvalidCursor({});
      const found = await imports.faults(id, Number(cursor ?? 0), FAULTS_PER_PAGE + 1);
      const rows = found.slice(0, FAULTS_PER_PAGE);
      const last = rows.at(-1);
      return { rows, nextCursor: last && found.length > rows.length ? String(last.id) : null };
    },
    refusals: (id: string) => imports.refusals(id, MOST_REFUSALS),

    /** A file that was sent and stored. */
    begin: (actorId: string, uploaded: Uploaded) =>
      transact(async (scope) => {
        const id = newId();
        const started = {
          ...uploaded,
          id,
          source: "shop",
          stock: 0,
          state: "uploaded",
          actorId,
          createdAt: clock(),
        } as const;
        await scope.imports.add(started);
        await scope.audit.record(trail("uploaded", actorId, { ...nameOf(started), bytes: uploaded.bytes }));
        return { id };
      }),

    /** Tries it: reads the whole file and tells what would happen. @throws NotFound @throws StaleVersion @throws ImportNotReady @throws ImportKeyMissing */
    check: (actorId: string, { id, version, ...plan }: ImportPlan) =>
      transact(async (scope) => {
        const found = await lockSeen(scope, { id, version }, ["uploaded", "checked", "failed"]);
        const told = found.format === "csv" && found.headers.length === plan.columns.length;
        if (found.format === "csv" && !(told && (plan.columns.includes("sku") || plan.columns.includes("product"))))
          throw new ImportKeyMissing({});
        if (found.storageKey === null) throw new ImportNotReady({ state: found.state });
        await scope.imports.restart(id, { ...plan, state: "checking" }, clock());
        await scope.audit.record(trail("checked", actorId, { ...nameOf(found), ...plan }));
        return get(scope.imports, id);
      }),

    /** @throws NotFound @throws StaleVersion @throws ImportNotReady */
    start: (actorId: string, named: Named) =>
      transact(async (scope) => {
        const found = await lockSeen(scope, named, ["checked"]);
        const { source, columns, stock } = found;
        await scope.imports.restart(named.id, { source, columns, stock, state: "running" }, clock());
        await scope.audit.record(trail("started", actorId, nameOf(found)));
        return get(scope.imports, named.id);
      }),

    /** Takes back what it did, but for what somebody changed since. @throws NotFound @throws StaleVersion @throws ImportNotReady */
    undo: (actorId: string, named: Named) =>
      transact(async (scope) => {
        const found = await lockSeen(scope, named, ["done", "failed"]);
        await scope.imports.setState(named.id, "undoing", clock());
        await scope.audit.record(trail("undone", actorId, nameOf(found)));
        return get(scope.imports, named.id);
      }),
  };
}
export type ImportsService = ReturnType<typeof createImportsService>;

const nameOf = ({ id, fileName }: Pick<StoredImport, "id" | "fileName">) => ({ id, fileName });
