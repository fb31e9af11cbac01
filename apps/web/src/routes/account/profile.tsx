import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { ProfileForm } from "#users/profile-form.tsx";

export const Route = createFileRoute("/account/profile")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.signedIn) await queryClient.ensureQueryData(api.users.profile.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`My data`) }),
  component: EditProfilePage,
});

function EditProfilePage() {
  const profile = useSuspenseQuery(useApi().users.profile.queryOptions()).data;
  return (
    <section className="grid gap-6">
      <h1 className="text-h1">
        <Trans>My data</Trans>
      </h1>
      <ProfileForm profile={profile} />
    </section>
  );
}
