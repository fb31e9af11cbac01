import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useApi, useLocale } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";

/** Ends the session; the next page knows nothing of it. */
export function SignOutButton() {
  const locale = useLocale();
  const signOut = useMutation(
    useApi().auth.signOut.mutationOptions({ onSettled: () => window.location.assign(localizePath(locale, "/")) }),
  );
  return (
    <button
      type="button"
      disabled={signOut.isPending}
      className="inline-flex min-h-11 cursor-pointer items-center hover:underline"
      onClick={() => signOut.mutate({})}
    >
      <Trans>Sign out</Trans>
    </button>
  );
}
