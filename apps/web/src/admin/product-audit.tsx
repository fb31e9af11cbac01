import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { AuditList } from "#admin/audit-list.tsx";
import type { Product } from "#admin/product-model.ts";
import { useApi } from "#core/app.ts";

/** What was done to a product, field by field, for whoever may read the trail. */
export function ProductAudit({ product: { id } }: { product: Product }) {
  const api = useApi();
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const enabled = rights.includes("audit:read");
  const subject = { subjectKind: "product", subjectId: id };
  const events = useQuery(api.core.audit.list.queryOptions(subject, { enabled })).data?.events;
  if (!enabled)
    return (
      <p className="text-muted">
        <Trans>Who changed what is shown to admins.</Trans>
      </p>
    );
  if (!events || events.length === 0)
    return (
      <p className="text-muted">
        <Trans>None yet.</Trans>
      </p>
    );
  return <AuditList events={events} />;
}
