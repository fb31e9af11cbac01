import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute, Link, Outlet } from "@tanstack/react-router";
import { membersOnly } from "#auth/members-only.ts";
import { Resuming } from "#auth/resume-session.tsx";
import { SignOutButton } from "#auth/sign-out-button.tsx";
import { StepUp } from "#auth/step-up.tsx";
import { useVisitor } from "#core/app.ts";

const LINK = "inline-flex min-h-11 items-center hover:underline aria-[current=page]:font-semibold";

export const Route = createFileRoute("/account")({
  beforeLoad: ({ context, location }) => membersOnly(context, location),
  component: AccountLayout,
});

function AccountLayout() {
  const { t } = useLingui();
  const { resuming, staff } = useVisitor();
  if (resuming) return <Resuming />;
  return (
    <div className="container-shop grid items-start gap-x-12 gap-y-6 py-8 md:grid-cols-[220px_1fr]">
      <nav aria-label={t`Account`}>
        <ul className="flex flex-wrap gap-x-6 md:grid">
          <li>
            <Link to="/account" activeOptions={{ exact: true }} className={LINK}>
              <Trans>About me</Trans>
            </Link>
          </li>
          <li>
            <Link to="/account/orders" className={LINK}>
              <Trans>My orders</Trans>
            </Link>
          </li>
          <li>
            <Link to="/account/addresses" className={LINK}>
              <Trans>My addresses</Trans>
            </Link>
          </li>
          <li>
            <Link to="/account/consents" className={LINK}>
              <Trans>Notifications and consents</Trans>
            </Link>
          </li>
          <li>
            <Link to="/account/security" className={LINK}>
              <Trans>Security</Trans>
            </Link>
          </li>
          <li>
            <Link to="/account/privacy" className={LINK}>
              <Trans>My data and privacy</Trans>
            </Link>
          </li>
          {staff && (
            <li>
              <Link to="/admin" className={LINK}>
                <Trans>Back office</Trans>
              </Link>
            </li>
          )}
          <li>
            <SignOutButton />
          </li>
        </ul>
      </nav>
      <StepUp>
        <Outlet />
      </StepUp>
    </div>
  );
}
