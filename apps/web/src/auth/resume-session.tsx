import { Trans } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useApp, useLocale, useVisitor } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";

/** Renews a session whose access token ran out while its shopper was away, then shows the page as theirs. */
export function ResumeSession() {
  const { client } = useApp();
  const router = useRouter();
  const locale = useLocale();
  const { resuming } = useVisitor();
  useEffect(() => {
    if (!resuming) return;
    const askToSignIn = () => {
      const here = router.state.location;
      if (/^\/(account|admin|checkout)/.test(here.pathname))
        window.location.replace(
          `${localizePath(locale, "/sign-in")}?return=${encodeURIComponent(localizePath(locale, here.href))}`,
        );
    };
    // `users.me` is refused as expired, which makes the client renew the session for all tabs at once and ask again: as
    // nobody, when the session is over. The page is right for a stranger then, and what is typed on it stays.
    client.users.me.query().then((me) => (me ? window.location.reload() : askToSignIn()), askToSignIn);
  }, [client, locale, resuming, router]);
  return null;
}

/** What a page for signed-in people shows meanwhile. */
export function Resuming() {
  return (
    <p role="status" className="container-shop py-24 text-center text-muted">
      <Trans>One moment, we are opening your account…</Trans>
    </p>
  );
}
