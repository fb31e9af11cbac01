import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useActionName } from "#admin/action-name.ts";
import { useFieldName, useFieldValue, useSubjectNames } from "#admin/audit-terms.ts";
import { formatMoment } from "#admin/format-moment.ts";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";

export type AuditEvent = inferOutput<Api["core"]["audit"]["list"]>["events"][number];

/** Acts, the newest first, each with what it changed. */
export function AuditList({ events }: { events: AuditEvent[] }) {
  const locale = useLocale();
  const actionName = useActionName();
  return (
    <ol className="grid">
      {events.map((event) => (
        <li key={event.id} className="grid gap-1 border-b border-line py-3">
          <p className="flex flex-wrap gap-x-3">
            <time dateTime={event.at} className="text-muted tabular-nums">
              {formatMoment(locale, event.at)}
            </time>
            <strong className="font-medium">{actionName(event.action)}</strong>
            <Actor event={event} />
            <Subject event={event} />
          </p>
          {event.reason !== null && <p>“{event.reason}”</p>}
          <Changes event={event} />
          {(event.network !== null || event.requestId !== null) && (
            <p className="text-xs break-all text-muted">
              {event.network} {event.requestId}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Actor({ event: { actorKind, actorId, actorName } }: { event: AuditEvent }) {
  if (actorKind === "system") return <Trans>by the shop itself</Trans>;
  if (actorKind === "operator") return <Trans>by an operator</Trans>;
  if (actorId === null) return null;
  return (
    <Link to="/admin/audit" search={{ actorId }} className="text-spruce underline">
      {actorName ?? actorId}
    </Link>
  );
}

function Subject({ event: { subjectKind, subjectId } }: { event: AuditEvent }) {
  const names = useSubjectNames();
  const look = "text-spruce underline";
  if (subjectKind === "user")
    return (
      <Link to="/admin/customers/$id" params={{ id: subjectId }} className={look}>
        <Trans>whose account</Trans>
      </Link>
    );
  if (subjectKind === "order")
    return (
      <Link to="/admin/orders/$id" params={{ id: subjectId }} className={look}>
        <Trans>which order</Trans>
      </Link>
    );
  if (subjectKind === "product")
    return (
      <Link to="/admin/products/$id" params={{ id: subjectId }} className={look}>
        <Trans>which product</Trans>
      </Link>
    );
  if (subjectKind === "group")
    return (
      <Link to="/admin/groups/$id" params={{ id: subjectId }} className={look}>
        <Trans>which group</Trans>
      </Link>
    );
  if (subjectKind === "variant")
    return (
      <Link to="/admin/stock/$variantId" params={{ variantId: subjectId }} className={look}>
        <Trans>which article</Trans>
      </Link>
    );
  if (subjectKind === "role")
    return (
      <Link to="/admin/roles/$id" params={{ id: subjectId }} className={look}>
        <Trans>which role</Trans>
      </Link>
    );
  return (
    <span className="break-all">
      {names[subjectKind] ?? subjectKind} {subjectId}
    </span>
  );
}

function Changes({ event: { before, after } }: { event: AuditEvent }) {
  const name = useFieldName();
  const shown = useFieldValue();
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (field) => (before?.[field] ?? after?.[field] ?? null) !== null,
  );
  if (fields.length === 0) return null;
  return (
    <dl className="grid gap-x-3 sm:grid-cols-[max-content_1fr]">
      {fields.map((field) => (
        <div key={field} className="contents">
          <dt className="text-muted">{name(field)}</dt>
          <dd className="break-words">
            {before?.[field] != null && <del className="text-rowan">{shown(field, before[field])}</del>}{" "}
            {after?.[field] != null && <ins className="font-medium no-underline">{shown(field, after[field])}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
