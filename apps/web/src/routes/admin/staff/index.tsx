import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { InviteForm } from "#admin/invite-form.tsx";
import { PendingInvitations } from "#admin/pending-invitations.tsx";
import { StaffList } from "#admin/staff-list.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";

export const Route = createFileRoute("/admin/staff/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (!visitor.staff) return;
    await Promise.all([
      queryClient.ensureQueryData(api.auth.staff.list.queryOptions()),
      queryClient.ensureQueryData(api.auth.invitations.list.queryOptions()),
      queryClient.ensureQueryData(api.users.profile.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`People who work here`) }),
  component: StaffPage,
});

function StaffPage() {
  const api = useApi();
  const staff = useSuspenseQuery(api.auth.staff.list.queryOptions()).data;
  const pending = useSuspenseQuery(api.auth.invitations.list.queryOptions()).data;
  const { id } = useSuspenseQuery(api.users.profile.queryOptions()).data;
  return (
    <div className="grid gap-10">
      <section className="grid gap-6">
        <h1 className="text-h1">
          <Trans>People who work here</Trans>
        </h1>
        <p className="max-w-[65ch] text-muted">
          <Trans>A new role counts at once: the person is signed out everywhere and signs in again with it.</Trans>
        </p>
        <StaffList {...staff} ownId={id} />
      </section>
      <section className="grid gap-4">
        <h2 className="text-h2">
          <Trans>Invite somebody</Trans>
        </h2>
        <InviteForm roles={staff.roles} />
        <h3 className="text-base font-semibold">
          <Trans>Waiting for an answer</Trans>
        </h3>
        <PendingInvitations pending={pending} />
      </section>
    </div>
  );
}
