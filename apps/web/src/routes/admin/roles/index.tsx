import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { usePermissionTexts } from "#admin/permission-texts.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";

export const Route = createFileRoute("/admin/roles/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureQueryData(api.auth.roles.list.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Roles`) }),
  component: RolesPage,
});

function RolesPage() {
  const { roles } = useSuspenseQuery(useApi().auth.roles.list.queryOptions()).data;
  const texts = usePermissionTexts();
  return (
    <section className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-h1">
          <Trans>Roles</Trans>
        </h1>
        <LinkButton to="/admin/roles/$id" params={{ id: "new" }}>
          <Trans>New role</Trans>
        </LinkButton>
      </div>
      <p className="max-w-[65ch] text-muted">
        <Trans>
          Staff and admin are fixed: staff may do the daily work, admins everything. Make a role of your own for
          somebody who needs less, or something else.
        </Trans>
      </p>
      {roles.length === 0 ? (
        <EmptyState title={<Trans>No roles of your own yet</Trans>}>
          <p>
            <Trans>Give a role a name, choose what it allows, then give it to people.</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {roles.map(({ id, name, permissions, holders }) => (
            <li key={id} className="grid content-start gap-1 border-t border-edge pt-3">
              <Link
                to="/admin/roles/$id"
                params={{ id }}
                className="inline-flex min-h-11 items-center text-base font-semibold text-spruce underline"
              >
                {name}
              </Link>
              <p>
                {permissions.map((permission) => texts[permission]).join("; ") || <Trans>Allows nothing yet</Trans>}
              </p>
              <p className="text-muted">
                <Plural value={holders} _0="Nobody holds it" one="# person holds it" other="# people hold it" />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
