import { Trans } from "@lingui/react/macro";
import { LinkButton } from "#core/ui/button.tsx";

/** Stands inside the shell, so search and categories stay within reach. */
export function NotFoundPage() {
  return (
    <div className="container-shop grid justify-items-start gap-4 py-16">
      <h1 className="text-h1">
        <Trans>There is no such page</Trans>
      </h1>
      <p className="max-w-prose text-muted">
        <Trans>Perhaps it has moved. Try the search above or one of the categories.</Trans>
      </p>
      <LinkButton to="/">
        <Trans>To the home page</Trans>
      </LinkButton>
    </div>
  );
}
