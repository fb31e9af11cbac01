import * as z from "zod";
import { InvalidCursor } from "./errors.ts";
import { Id, Instant } from "./ids.ts";

const State = z.record(z.string(), z.unknown()).nullable();

/** An act as it was written down. */
export const AuditEvent = z.object({
  id: z.int(),
  at: Instant,
  actorKind: z.enum(["user", "system", "operator"]),
  actorId: Id.nullable(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  before: State,
  after: State,
  reason: z.string().nullable(),
  requestId: Id.nullable(),
  network: z.string().nullable(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** Which acts; what is left out is not asked for. */
export const AuditFilter = z.strictObject({
  actorId: Id.optional(),
  action: z.string().trim().max(60).optional(),
  subjectKind: z.string().trim().max(30).optional(),
  subjectId: z.string().trim().max(100).optional(),
  /** Acts that changed it, as the trail calls it: "name", "attribute glaze". */
  field: z.string().trim().min(1).max(250).optional(),
  from: Instant.optional(),
  until: Instant.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export interface AuditReader {
  /** The newest first, after a position. */
  list(filter: AuditFilter, page: { after: { at: Date; id: number } | null; limit: number }): Promise<AuditEvent[]>;
}

interface Dependencies {
  trail: AuditReader;
  /** Names of people by their ids; who is gone has none. */
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export const AUDIT_PAGE = 50;

/** The trail as admins read it (CORE-09). */
export function createAuditTrail({ trail, namesOf }: Dependencies) {
  return {
    /** @throws InvalidCursor */
    async list({ cursor, ...filter }: AuditFilter & { cursor?: string | undefined }) {
      const found = await trail.list(filter, { after: readCursor(cursor), limit: AUDIT_PAGE + 1 });
      const page = found.slice(0, AUDIT_PAGE);
      const names = await namesOf([...new Set(page.flatMap(({ actorId }) => actorId ?? []))]);
      const last = page.at(-1);
      return {
        events: page.map((event) => ({ ...event, actorName: names.get(event.actorId ?? "") ?? null })),
        nextCursor: last && found.length > AUDIT_PAGE ? `${last.at}_${last.id}` : null,
      };
    },
  };
}

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(\d{1,15})$/;

function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return null;
  const [, at, id] = CURSOR.exec(cursor) ?? [];
  const date = new Date(at ?? "");
  if (!id || Number.isNaN(date.getTime())) throw new InvalidCursor({});
  return { at: date, id: Number(id) };
}
