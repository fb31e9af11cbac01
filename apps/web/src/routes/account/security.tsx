import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { ChangePasswordForm } from "#auth/change-password-form.tsx";
import { FactorSection } from "#auth/factor-section.tsx";
import { safeReturnPath } from "#auth/return-path.ts";
import { SessionList } from "#auth/session-list.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";

export const Route = createFileRoute("/account/security")({
  validateSearch: (search: Record<string, unknown>): { return?: string } =>
    search["return"] === undefined ? {} : { return: safeReturnPath(search["return"]) },
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (!visitor.signedIn) return;
    await Promise.all([
      queryClient.ensureQueryData(api.users.profile.queryOptions()),
      queryClient.ensureQueryData(api.auth.sessions.queryOptions()),
      queryClient.ensureQueryData(api.auth.factor.state.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Security`) }),
  component: SecurityPage,
});

function SecurityPage() {
  const { return: returnTo } = Route.useSearch();
  const { email } = useSuspenseQuery(useApi().users.profile.queryOptions()).data;
  return (
    <div className="grid gap-10">
      <h1 className="text-h1">
        <Trans>Security</Trans>
      </h1>
      <section className="grid gap-4">
        <h2 className="text-h2">
          <Trans>Password</Trans>
        </h2>
        <ChangePasswordForm email={email} />
      </section>
      <section id="second-factor" className="grid scroll-mt-24 gap-4">
        <h2 className="text-h2">
          <Trans>Second factor</Trans>
        </h2>
        <FactorSection>
          {returnTo !== undefined && (
            <a href={returnTo} className="inline-flex min-h-11 items-center text-spruce underline">
              <Trans>Back to what you were doing</Trans>
            </a>
          )}
        </FactorSection>
      </section>
      <section className="grid gap-4">
        <h2 className="text-h2">
          <Trans>Where you are signed in</Trans>
        </h2>
        <SessionList />
      </section>
    </div>
  );
}
