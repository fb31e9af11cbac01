import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute, Link } from "@tanstack/react-router";
import { safeReturnPath } from "#auth/return-path.ts";
import { SignUpForm } from "#auth/sign-up-form.tsx";
import { pageHead } from "#core/head.ts";

export const Route = createFileRoute("/sign-up")({
  validateSearch: (search: Record<string, unknown>): { return?: string } =>
    search["return"] === undefined ? {} : { return: safeReturnPath(search["return"]) },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Create an account`) }),
  component: SignUpPage,
});

function SignUpPage() {
  const search = Route.useSearch();
  return (
    <div className="container-shop grid max-w-[432px] gap-6 py-12">
      <h1 className="text-h1">
        <Trans>Create an account</Trans>
      </h1>
      <SignUpForm returnTo={search.return ?? "/"} />
      <p>
        <Trans>
          Been here before?{" "}
          <Link to="/sign-in" search={search} className="text-spruce underline">
            Sign in
          </Link>
        </Trans>
      </p>
    </div>
  );
}
