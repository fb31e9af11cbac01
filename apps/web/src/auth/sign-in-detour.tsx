import { Trans } from "@lingui/react/macro";
import { useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLocale } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { LinkButton } from "#core/ui/button.tsx";

/** Sends whoever is not signed in to the link's account over the sign-in page; this tab keeps the link meanwhile. */
export function SignInDetour({ children }: { children: ReactNode }) {
  const here = localizePath(useLocale(), useRouterState({ select: ({ location }) => location.pathname }));
  return (
    <div className="grid justify-items-start gap-4">
      <p>{children}</p>
      <LinkButton to="/sign-in" search={{ return: here }}>
        <Trans>Sign in</Trans>
      </LinkButton>
    </div>
  );
}
