import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link, notFound } from "@tanstack/react-router";
import { RoleEditor } from "#admin/role-editor.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";

export const Route = createFileRoute("/admin/roles/$id")({
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (!visitor.staff) return;
    const { roles } = await queryClient.ensureQueryData(api.auth.roles.list.queryOptions());
    if (id !== "new" && roles.every((role) => role.id !== id)) throw notFound();
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Role`) }),
  component: RolePage,
});

function RolePage() {
  const { id } = Route.useParams();
  const { roles, held } = useSuspenseQuery(useApi().auth.roles.list.queryOptions()).data;
  const role = roles.find((each) => each.id === id) ?? null;
  return (
    <section className="grid gap-4">
      <Link to="/admin/roles" className="inline-flex min-h-11 items-center text-muted hover:underline">
        <Trans>All roles</Trans>
      </Link>
      <h1 className="text-h1">{role ? role.name : <Trans>New role</Trans>}</h1>
      <RoleEditor key={`${id} ${role?.version}`} role={role} held={held} />
    </section>
  );
}
