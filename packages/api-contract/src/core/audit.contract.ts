import { AuditEvent, AuditFilter } from "@vitrina/domain/core";
import * as z from "zod";
import { query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

export const auditContract = {
  /** The trail, the newest first (CORE-09); `actorName` is null for who is gone or nobody. `field` needs a `subjectId`. */
  list: query({
    input: AuditFilter.extend(pageInput).refine(
      ({ field, subjectId }) => field === undefined || subjectId !== undefined,
      "a field of what?",
    ),
    output: z.object({
      events: z.array(AuditEvent.extend({ actorName: z.string().nullable() })).max(50),
      nextCursor: z.string().nullable(),
    }),
  }),
};
