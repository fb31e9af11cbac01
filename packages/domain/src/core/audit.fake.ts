import type { Audit, AuditEntry } from "./audit.ts";

/** The trail in memory. */
export function fakeAudit(): Audit & { entries: AuditEntry[] } {
  const entries: AuditEntry[] = [];
  return { entries, record: async (...added) => void entries.push(...added) };
}
