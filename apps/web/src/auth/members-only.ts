import { redirect } from "@tanstack/react-router";
import type { AppContext } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";

/**
 * In `beforeLoad` of a page for signed-in people: a stranger goes to the sign-in page and comes back here.
 * Someone whose session can still be renewed stays: the page's script renews it (see ResumeSession).
 */
export function membersOnly({ visitor, locale }: AppContext, location: { pathname: string; searchStr: string }): void {
  if (visitor.signedIn || visitor.resuming) return;
  throw redirect({ to: "/sign-in", search: { return: localizePath(locale, location.pathname + location.searchStr) } });
}
