import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { VerifyNotice } from "#auth/verify-notice.tsx";
import { useApi, useLocale } from "#core/app.ts";
import { formatPhone } from "#core/address/format-phone.ts";
import { formatDate } from "#core/format.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";

export const Route = createFileRoute("/account/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.signedIn) await queryClient.ensureQueryData(api.users.profile.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`About me`) }),
  component: ProfilePage,
});

function ProfilePage() {
  const profile = useSuspenseQuery(useApi().users.profile.queryOptions()).data;
  const since = formatDate(useLocale(), profile.createdAt);
  return (
    <section className="grid justify-items-start gap-6">
      <h1 className="text-h1">{profile.name}</h1>
      {!profile.emailVerified && <VerifyNotice email={profile.email} />}
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr] sm:gap-y-2 [&>dd]:mb-2 sm:[&>dd]:mb-0">
        <dt className="text-muted">
          <Trans>E-mail</Trans>
        </dt>
        <dd className="break-words">
          {profile.email}{" "}
          <Link to="/account/email" className="text-spruce underline">
            <Trans>Change</Trans>
          </Link>
        </dd>
        {profile.phone && (
          <>
            <dt className="text-muted">
              <Trans>Phone</Trans>
            </dt>
            <dd>{formatPhone(profile.phone)}</dd>
          </>
        )}
        <dt className="text-muted">
          <Trans>Language of our letters</Trans>
        </dt>
        <dd lang={profile.locale}>{profile.locale === "ru" ? "Русский" : "English"}</dd>
        {profile.currency && (
          <>
            <dt className="text-muted">
              <Trans>Currency</Trans>
            </dt>
            <dd>{profile.currency}</dd>
          </>
        )}
        <dt className="text-muted">
          <Trans>With us since</Trans>
        </dt>
        <dd>{since}</dd>
      </dl>
      <div className="flex flex-wrap gap-3">
        <LinkButton tone="secondary" to="/account/profile">
          <Trans>Change my data</Trans>
        </LinkButton>
        <LinkButton tone="secondary" to="/account/orders">
          <Trans>My orders</Trans>
        </LinkButton>
      </div>
    </section>
  );
}
