import { Trans } from "@lingui/react/macro";
import { createFileRoute, notFound, Outlet } from "@tanstack/react-router";
import { AdminNavigation } from "#admin/admin-navigation.tsx";
import { LagNotice } from "#admin/lag-notice.tsx";
import { isOpenTo } from "#admin/rooms.ts";
import { FactorNotice } from "#auth/factor-notice.tsx";
import { membersOnly } from "#auth/members-only.ts";
import { Resuming } from "#auth/resume-session.tsx";
import { StepUp } from "#auth/step-up.tsx";
import { useVisitor } from "#core/app.ts";
import { NotFoundPage } from "#core/shell/not-found-page.tsx";
import { EmptyState } from "#core/ui/states.tsx";

/** Long enough for a page's own calls, short enough that a right given or taken counts at the next page. */
const FRESH = 5_000;

/** Tells a room that the role does not open from a page that there is not. */
const CLOSED = "closed to this role";

export const Route = createFileRoute("/admin")({
  beforeLoad: async ({ context, location }) => {
    membersOnly(context, location);
    const { api, queryClient, visitor } = context;
    if (!visitor.staff) return;
    const rights = await queryClient.fetchQuery(api.auth.staff.rights.queryOptions(undefined, { staleTime: FRESH }));
    if (!isOpenTo(rights, location.pathname)) throw notFound({ routeId: "/admin", data: CLOSED });
  },
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureQueryData(api.auth.factor.state.queryOptions());
  },
  component: AdminLayout,
  notFoundComponent: ({ data }) => (data === CLOSED ? <NotForThisRole /> : <NotFoundPage />),
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
          <LagNotice />
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
