import {
  type AskEvent,
  type Audit,
  type Clock,
  type NewId,
  NotFound,
  type Outbox,
  type PersonalData,
  type Transact,
} from "@vitrina/domain/core";
import type { DataExportRepository } from "./data-export.repository.ts";
import {
  type DataTables,
  EXPORT_GIVEN_UP,
  EXPORT_KEPT,
  type ExportState,
  type PackArchive,
  exportStateOf,
} from "./data-export.ts";
import { subjectOf } from "./user.ts";
import { ExportRunning } from "./users.errors.ts";
import type { UsersRepository } from "./users.repository.ts";

interface Scope {
  exports: DataExportRepository;
  outbox: Outbox;
  audit: Audit;
}

interface Dependencies {
  users: Pick<UsersRepository, "find">;
  exports: Pick<DataExportRepository, "find" | "archive">;
  /** What every room keeps about people. */
  rooms: readonly Pick<PersonalData, "collect">[];
  pack: PackArchive;
  transact: Transact<Scope>;
  clock: Clock;
  newId: NewId;
}

const SWEEP_LIMIT = 100;

/** A person's data in one file, made after the answer (USER-05). */
export function createDataExportService({ users, exports, rooms, pack, transact, clock, newId }: Dependencies) {
  const givenUp = () => new Date(clock().getTime() - EXPORT_GIVEN_UP);
  const actOf = (action: "users.export-asked" | "users.export-downloaded", id: string) =>
    ({ action, actor: { kind: "user", id }, subject: { kind: "user", id } }) as const;

  return {
    state: async (userId: string): Promise<ExportState> => exportStateOf(await exports.find(userId), clock()),

    /** Asks for a file; an earlier one is gone. @throws ExportRunning */
    ask: (userId: string): Promise<ExportState> =>
      transact(async (scope) => {
        const begun = { id: newId(), userId, askedAt: clock() };
        if (!(await scope.exports.begin(begun, givenUp()))) throw new ExportRunning({});
        const event = { topic: "users.export-asked", askId: begun.id, userId } as const;
        await scope.outbox.publish(event, `users.export-asked:${begun.id}`);
        await scope.audit.record(actOf("users.export-asked", userId));
        return exportStateOf({ ...begun, expiresAt: null, size: null }, clock());
      }),

    /** Makes the file that was asked for and tells its owner; a repetition changes nothing. */
    async build({ askId, userId }: Extract<AskEvent, { topic: "users.export-asked" }>): Promise<void> {
      const user = await users.find(userId);
      const asked = await exports.find(userId);
      if (!user || asked?.id !== askId || asked.expiresAt) return;
      const tables: DataTables = {};
      for (const room of rooms) Object.assign(tables, await room.collect(subjectOf(user)));
      const archive = pack(tables);
      const expiresAt = new Date(clock().getTime() + EXPORT_KEPT);
      await transact(async (scope) => {
        if (!(await scope.exports.finish(askId, archive, expiresAt))) return;
        const { email, locale } = user;
        const letter = { topic: "users.export-ready", email, locale, until: expiresAt.toISOString() } as const;
        await scope.outbox.publish(letter, `users.export-ready:${askId}`);
      });
    },

    /** Writes down that the file is being fetched. @throws NotFound when there is none */
    noteDownload: (userId: string): Promise<void> =>
      transact(async (scope) => {
        const { state } = exportStateOf(await scope.exports.find(userId), clock());
        if (state !== "ready") throw new NotFound({ what: "export" });
        await scope.audit.record(actOf("users.export-downloaded", userId));
      }),

    /** The person's own file, null when there is none to download. */
    archive: (userId: string) => exports.archive(userId, clock()),

    sweep: () => transact((scope) => scope.exports.sweep({ now: clock(), givenUp: givenUp() }, SWEEP_LIMIT)),
  };
}
export type DataExportService = ReturnType<typeof createDataExportService>;
