import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useRouterState } from "@tanstack/react-router";
import { useApi, useLocale } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";

/** For whoever has rights that ask for the second factor, and has none. */
export function FactorNotice() {
  const here = localizePath(useLocale(), useRouterState({ select: ({ location }) => location.pathname }));
  const { data } = useQuery(useApi().auth.factor.state.queryOptions());
  if (!data?.needed || data.since !== null) return null;
  return (
    <p className="mb-6 rounded-button bg-linen px-4 py-3">
      <Trans>
        Some of what you may do here asks for a second factor: to change roles, keys or prices, and to see a customer's
        contacts.{" "}
        <Link
          to="/account/security"
          search={{ return: here }}
          hash="second-factor"
          className="font-medium text-spruce underline"
        >
          Set it up now
        </Link>
      </Trans>
    </p>
  );
}
