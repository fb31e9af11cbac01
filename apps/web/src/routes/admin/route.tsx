import { Trans } from "@lingui/react/macro";
import { createFileRoute, Outlet } from "@tanstack/react-router";
import { AdminNavigation } from "#admin/admin-navigation.tsx";
import { membersOnly } from "#auth/members-only.ts";
import { Resuming } from "#auth/resume-session.tsx";
import { StepUp } from "#auth/step-up.tsx";
import { useVisitor } from "#core/app.ts";
import { EmptyState } from "#core/ui/states.tsx";

export const Route = createFileRoute("/admin")({
  beforeLoad: ({ context, location }) => membersOnly(context, location),
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureQueryData(api.auth.staff.rights.queryOptions());
  },
  component: AdminLayout,
});

function AdminLayout() {
  const { resuming, staff } = useVisitor();
  if (resuming) return <Resuming />;
  return (
    <div className="container-shop py-8 text-sm">
      {staff ? (
        <StepUp>
          <AdminNavigation />
          <Outlet />
        </StepUp>
      ) : (
        <EmptyState title={<Trans>This part is for the people who run the shop</Trans>}>
          <p>
            <Trans>Sign in with a staff account to see it.</Trans>
          </p>
        </EmptyState>
      )}
    </div>
  );
}
