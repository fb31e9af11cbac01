import {
  type Clock,
  cursorAt,
  Id,
  InvalidCursor,
  type NewId,
  NotFound,
  readPosition,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import { BulkNotReady, BulkNothingFound, BulkTooMany } from "./bulk-edit.errors.ts";
import {
  BULK_EDITS_PER_PAGE,
  BULK_ROWS_PER_PAGE,
  type BulkChange,
  type BulkKind,
  type BulkOutcome,
  type BulkSelection,
  type BulkState,
  EDITED_AT_ONCE,
  MOST_EDITED,
} from "./bulk-edit.ts";
import type { BulkEditsReader, BulkEditsRepository, StoredBulkEdit } from "./bulk-edits.repository.ts";
import { type BulkScope, type BulkTerms, isUnderWay, PHASES, sliceOf, takeStep } from "./bulk-step.ts";
import { CollectionKindFixed } from "./collections.errors.ts";
import { failuresSince } from "./waiting-jobs.ts";

interface Dependencies {
  /** `claim` is one statement, asked for every second, and needs no transaction. */
  bulk: BulkEditsReader & Pick<BulkEditsRepository, "claim">;
  transact: Transact<BulkScope>;
  terms: BulkTerms;
  clock: Clock;
  newId: NewId;
}
interface Named {
  id: string;
  version: number;
}
/** Who acts, and whether they may change that: throws when not. */
export interface BulkActor {
  id: string;
  assertMay(kind: BulkKind): Promise<void>;
}
interface Rows {
  id: string;
  outcomes: readonly BulkOutcome[];
  cursor?: string | undefined;
}
/** How a worker holds an edit. */
interface Lease {
  lease: string;
  milliseconds: number;
  signal: AbortSignal;
}

/**
 * One change of many products (CAT-14): tried first, done, and undone as a whole but for what somebody changed since.
 * Small ones at once; of the others the worker commits a slice after the other.
 */
export function createBulkEditsService({ bulk, transact, terms, clock, newId }: Dependencies) {
  const get = async (reader: BulkEditsReader, id: string) => {
    const sheet = await reader.sheet(id);
    if (!sheet) throw new NotFound({ what: "bulk-edit" });
    return sheet;
  };
  const step = (scope: BulkScope, edit: StoredBulkEdit) =>
    isUnderWay(edit.state) ? takeStep({ scope, terms, edit, now: clock() }, edit.state) : Promise.resolve(0);

  /** Small edits are done before the caller hears of them. */
  async function enter(scope: BulkScope, edit: StoredBulkEdit) {
    const by = { actorId: edit.actorId, at: clock() };
    await scope.bulk.setState(edit.id, edit.state, by);
    if (edit.products <= EDITED_AT_ONCE && isUnderWay(edit.state)) {
      while ((await step(scope, edit)) === sliceOf(edit));
      await scope.bulk.setState(edit.id, PHASES[edit.state].leads, by);
    }
    return get(scope.bulk, edit.id);
  }

  interface Move {
    from: readonly BulkState[];
    to: BulkState;
    action: `catalog.bulk-edit-${string}`;
  }
  const move = (actor: BulkActor, { id, version }: Named, { from, to, action }: Move) =>
    transact(async (scope) => {
      const found = await scope.bulk.lock(id);
      if (!found) throw new NotFound({ what: "bulk-edit" });
      await actor.assertMay(found.change.kind);
      if (found.version !== version) throw new StaleVersion({ what: "bulk-edit", current: found.version });
      if (!from.includes(found.state)) throw new BulkNotReady({ state: found.state });
      const { change, products } = found;
      await scope.audit.record({
        action,
        actor: { kind: "user", id: actor.id },
        subject: { kind: "bulk-edit", id },
        after: { ...change, products },
      });
      return enter(scope, { ...found, actorId: actor.id, state: to });
    });

  return {
    /** @throws NotFound */
    get: (id: string) => get(bulk, id),

    waiting: () => bulk.waiting(failuresSince(clock())),

    /** The newest first. @throws InvalidCursor */
    async list(cursor?: string) {
      const found = await bulk.list(readPosition(cursor), BULK_EDITS_PER_PAGE + 1);
      const rows = found.slice(0, BULK_EDITS_PER_PAGE);
      const last = rows.at(-1);
      const more = found.length > rows.length;
      return { rows, nextCursor: last && more ? cursorAt({ at: new Date(last.createdAt), id: last.id }) : null };
    },

    /** Products that came to one of these outcomes. @throws InvalidCursor */
    async rows({ id, outcomes, cursor }: Rows) {
      if (cursor !== undefined && !Id.safeParse(cursor).success) throw new InvalidCursor({});
      const found = await bulk.rows(id, { outcomes, after: cursor ?? null, limit: BULK_ROWS_PER_PAGE + 1 });
      const rows = found.slice(0, BULK_ROWS_PER_PAGE);
      return { rows, nextCursor: found.length > rows.length ? (rows.at(-1)?.productId ?? null) : null };
    },

    /** Tries a change: what would become of each product. @throws NotFound @throws CollectionKindFixed @throws BulkTooMany @throws BulkNothingFound */
    check: (actor: BulkActor, { change, selection }: { change: BulkChange; selection: BulkSelection }) =>
      transact(async (scope) => {
        await actor.assertMay(change.kind);
        await assertTarget(scope, change);
        const edit = { id: newId(), change: exact(change), actorId: actor.id };
        const products = await scope.bulk.add({ ...edit, at: clock() }, selection, MOST_EDITED);
        if (products > MOST_EDITED) throw new BulkTooMany({ limit: MOST_EDITED });
        if (products === 0) throw new BulkNothingFound({});
        return enter(scope, { ...edit, state: "checking", products, version: 1 });
      }),

    /** @throws NotFound @throws StaleVersion @throws BulkNotReady */
    start: (actor: BulkActor, named: Named) =>
      move(actor, named, { from: ["checked"], to: "running", action: "catalog.bulk-edit-started" }),

    /** @throws NotFound @throws StaleVersion @throws BulkNotReady */
    undo: (actor: BulkActor, named: Named) =>
      move(actor, named, { from: ["done", "failed"], to: "undoing", action: "catalog.bulk-edit-undone" }),

    /**
     * Does the edit that waits longest, if there is one. Each slice is committed, so after a kill another worker goes on
     * once the lease has run out, and after a stop at once. Answers the edit that it took, and its error if it failed.
     */
    async runNext({ lease, milliseconds, signal }: Lease): Promise<{ id: string; error: unknown } | null> {
      const later = () => new Date(clock().getTime() + milliseconds);
      const edit = await bulk.claim(lease, clock(), later());
      if (!edit || !isUnderWay(edit.state)) return null;
      const { id, actorId, state } = edit;
      const leave = (to: BulkState | null) =>
        transact(async (scope) => {
          await scope.bulk.keep({ id, lease }, clock());
          if (to) await scope.bulk.setState(id, to, { actorId, at: clock() });
        });
      const slice = () =>
        transact(async (scope) => {
          signal.throwIfAborted();
          await scope.bulk.keep({ id, lease }, later());
          return step(scope, edit);
        });
      try {
        while ((await slice()) === sliceOf(edit));
        await leave(PHASES[state].leads);
        return { id, error: null };
      } catch (error) {
        await leave(signal.aborted ? null : "failed").catch(() => {});
        return { id, error: signal.aborted ? null : error };
      }
    },

    /** Forgets edits of before then; answers how many. */
    forgetOld: (before: Date, limit: number) => transact(({ bulk: own }) => own.forgetOld(before, limit)),
  };
}
export type BulkEditsService = ReturnType<typeof createBulkEditsService>;

/** @throws NotFound @throws CollectionKindFixed */
async function assertTarget({ bulk, collections }: BulkScope, change: BulkChange): Promise<void> {
  if (change.kind === "category" && !(await bulk.hasCategory(change.categoryId)))
    throw new NotFound({ what: "category" });
  if (change.kind !== "collection") return;
  const collection = await collections.lock(change.collectionId);
  if (!collection) throw new NotFound({ what: "collection" });
  if (collection.rule) throw new CollectionKindFixed({ byRule: true });
}

/** Instants as the database writes them, so that they compare. */
const exact = (change: BulkChange): BulkChange =>
  "from" in change && change.from !== null ? { ...change, from: new Date(change.from).toISOString() } : change;
