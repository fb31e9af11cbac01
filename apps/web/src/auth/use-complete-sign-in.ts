import { useApp, useLocale } from "#core/app.ts";
import { pathInCurrency } from "#core/currency-path.ts";
import { localizePath } from "#core/locale.ts";

/**
 * Brings the guest's cart into the account, then opens the next page anew, in the person's currency: everything on it
 * depends on who looks.
 * A cart that cannot be brought along is no reason not to sign in.
 */
export function useCompleteSignIn(returnTo: string): () => Promise<void> {
  const { client, visitor } = useApp();
  const locale = useLocale();
  return async () => {
    if (visitor.mayHaveCart) await client.cart.claimGuestCart.mutate({}).catch(() => undefined);
    const me = await client.users.me.query().catch(() => null);
    const home = returnTo === "/" ? localizePath(locale, "/account") : returnTo;
    window.location.assign(pathInCurrency(home, me?.currency ?? null, visitor));
  };
}
