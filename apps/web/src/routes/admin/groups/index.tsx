import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { useLocalized } from "#core/texts.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";

export const Route = createFileRoute("/admin/groups/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureQueryData(api.users.groups.list.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Groups of customers`) }),
  component: GroupsPage,
});

function GroupsPage() {
  const api = useApi();
  const groups = useSuspenseQuery(api.users.groups.list.queryOptions()).data;
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const localized = useLocalized();
  return (
    <section className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-h1">
          <Trans>Groups of customers</Trans>
        </h1>
        {rights.includes("groups:write") && (
          <LinkButton to="/admin/groups/$id" params={{ id: "new" }}>
            <Trans>New group</Trans>
          </LinkButton>
        )}
      </div>
      <p className="max-w-[65ch] text-muted">
        <Trans>
          A promotion may be for a group. Put customers in by hand, for some time or without end, or let a rule decide:
          the shop then keeps the group true by itself.
        </Trans>
      </p>
      {groups.length === 0 ? (
        <EmptyState title={<Trans>No groups yet</Trans>}>
          <p>
            <Trans>For example: everybody who has placed three orders, or the people you invited to a sale.</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {groups.map(({ id, name, code, rule, members }) => (
            <li key={id} className="grid content-start gap-1 border-t border-edge pt-3">
              <Link
                to="/admin/groups/$id"
                params={{ id }}
                className="inline-flex min-h-11 items-center text-base font-semibold text-spruce underline"
              >
                {localized(name)}
              </Link>
              <p>
                {rule ? <Trans>By a rule</Trans> : <Trans>By hand</Trans>} · <code>{code}</code>
              </p>
              <p className="text-muted">
                <Plural value={members} _0="Nobody is in it now" one="# customer now" other="# customers now" />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
