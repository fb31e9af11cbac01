import { AuditEvent, AuditFilter } from "@vitrina/domain/core";
import * as z from "zod";
import { query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

export const auditContract = {
  /** The trail, the newest first (CORE-09); `actorName` is null for who is gone or nobody. */
  list: query({
    input: AuditFilter.extend(pageInput),
    output: z.object({
      events: z.array(AuditEvent.extend({ actorName: z.string().nullable() })).max(50),
      nextCursor: z.string().nullable(),
    }),
  }),
};
