import type { AuditReader } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { CoreTables } from "./core.tables.ts";

const EXACT = ["actorId", "action", "subjectKind", "subjectId"] as const;

export const createAuditReader = (db: Kysely<CoreTables>): AuditReader => ({
  async list(filter, { after, limit }) {
    let query = db.selectFrom("core.audit").selectAll();
    for (const column of EXACT) if (filter[column] !== undefined) query = query.where(column, "=", filter[column]);
    const { field } = filter;
    if (field !== undefined)
      query = query.where(({ fn, val, or }) =>
        or((["before", "after"] as const).map((side) => fn<boolean>("jsonb_exists", [side, val(field)]))),
      );
    if (filter.from) query = query.where("at", ">=", new Date(filter.from));
    if (filter.until) query = query.where("at", "<", new Date(filter.until));
    if (after) query = query.where((eb) => eb(eb.refTuple("at", "id"), "<", eb.tuple(after.at, after.id)));
    const rows = await query.orderBy("at", "desc").orderBy("id", "desc").limit(limit).execute();
    return rows.map(({ at, before, after: then, ...row }) => ({
      ...row,
      at: at.toISOString(),
      before: before && { ...before },
      after: then && { ...then },
    }));
  },
});
