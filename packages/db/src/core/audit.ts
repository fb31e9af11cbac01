import { type Audit, discreet, masked } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { CoreTables } from "./core.tables.ts";

/** The request behind an act: its id, and the network it came from. */
export type Circumstances = Pick<CoreTables["core.audit"], "requestId" | "network">;

const unknown = (): Circumstances => ({ requestId: null, network: null });

export const createAudit = (db: Kysely<CoreTables>, circumstances = unknown): Audit => ({
  async record(...entries) {
    if (entries.length === 0) return;
    await db
      .insertInto("core.audit")
      .values(
        entries.map(({ action, actor, subject, before, after, reason = null }) => ({
          actorKind: actor.kind,
          actorId: actor.kind === "user" ? actor.id : null,
          action,
          subjectKind: subject.kind,
          subjectId: subject.id,
          before: before ? discreet(before) : null,
          after: after ? discreet(after) : null,
          reason: reason === null ? null : masked(reason).slice(0, 500),
          ...circumstances(),
        })),
      )
      .execute();
  },
});
