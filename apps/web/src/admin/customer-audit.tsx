import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { AuditList } from "#admin/audit-list.tsx";
import { useApi } from "#core/app.ts";

/** What was done to somebody's account, for whoever may read the trail. */
export function CustomerAudit({ userId, rights }: { userId: string; rights: readonly string[] }) {
  const subject = { subjectKind: "user", subjectId: userId };
  const enabled = rights.includes("audit:read");
  const events = useQuery(useApi().core.audit.list.queryOptions(subject, { enabled })).data?.events;
  if (!events) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-h3">
        <Trans>Audit of this account</Trans>
      </h2>
      {events.length === 0 ? (
        <p className="text-muted">
          <Trans>None yet.</Trans>
        </p>
      ) : (
        <AuditList events={events} />
      )}
    </section>
  );
}
