import { Trans } from "@lingui/react/macro";
import { createFileRoute, Outlet } from "@tanstack/react-router";
import { AdminNavigation } from "#admin/admin-navigation.tsx";
import { FactorNotice } from "#auth/factor-notice.tsx";
import { membersOnly } from "#auth/members-only.ts";
import { Resuming } from "#auth/resume-session.tsx";
import { StepUp } from "#auth/step-up.tsx";
import { useVisitor } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { ErrorPage } from "#core/shell/error-page.tsx";
import { EmptyState } from "#core/ui/states.tsx";

export const Route = createFileRoute("/admin")({
  beforeLoad: ({ context, location }) => membersOnly(context, location),
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (!visitor.staff) return;
    await Promise.all([
      queryClient.ensureQueryData(api.auth.staff.rights.queryOptions()),
      queryClient.ensureQueryData(api.auth.factor.state.queryOptions()),
    ]);
  },
  component: AdminLayout,
  errorComponent: ({ error }) => (refusalOf(error)?.code === "auth.forbidden" ? <NotForThisRole /> : <ErrorPage />),
});

function NotForThisRole() {
  return (
    <div className="container-shop py-8 text-sm">
      <AdminNavigation />
      <EmptyState title={<Trans>Your role does not open this page</Trans>}>
        <p>
          <Trans>Ask an admin if you need it for your work.</Trans>
        </p>
      </EmptyState>
    </div>
  );
}

function AdminLayout() {
  const { resuming, staff } = useVisitor();
  if (resuming) return <Resuming />;
  return (
    <div className="container-shop py-8 text-sm">
      {staff ? (
        <StepUp>
          <AdminNavigation />
          <FactorNotice />
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
