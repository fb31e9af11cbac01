import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute, Link } from "@tanstack/react-router";
import { safeReturnPath } from "#auth/return-path.ts";
import { SignInForm } from "#auth/sign-in-form.tsx";
import { pageHead } from "#core/head.ts";

export const Route = createFileRoute("/sign-in")({
  validateSearch: (search: Record<string, unknown>): { return?: string } =>
    search["return"] === undefined ? {} : { return: safeReturnPath(search["return"]) },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Sign in`) }),
  component: SignInPage,
});

function SignInPage() {
  const search = Route.useSearch();
  return (
    <div className="container-shop grid max-w-[432px] gap-6 py-12">
      <h1 className="text-h1">
        <Trans>Sign in</Trans>
      </h1>
      <SignInForm returnTo={search.return ?? "/"} />
      <p>
        <Trans>
          First time here?{" "}
          <Link to="/sign-up" search={search} className="text-spruce underline">
            Create an account
          </Link>
        </Trans>
      </p>
    </div>
  );
}
