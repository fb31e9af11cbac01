import { httpBatchLink } from "@trpc/client";
import type { AppRouter } from "@vitrina/api-contract";
import { createClient } from "#core/api.ts";
import type { WebRequestContext } from "#core/request-context.ts";
import { CURRENCIES, STRANGER, THEMES } from "#core/visitor.ts";

/** Under `vite dev` no API hands a page its context, so the API beside it is asked over HTTP. */
export async function askForContext(request: Request): Promise<Omit<WebRequestContext, "nonce">> {
  const { origin } = new URL(request.url);
  const cookie = request.headers.get("cookie") ?? "";
  const trpcLink = httpBatchLink<AppRouter>({ url: `${origin}/trpc`, maxItems: 10, headers: { cookie } });
  const me = await createClient([trpcLink])
    .users.me.query()
    .catch(() => null);
  const chosen = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => cookie.includes(`${name}=${value}`));

  return {
    trpcLink,
    origin,
    help: { href: "mailto:shop@vitrina.example", text: "shop@vitrina.example" },
    visitor: {
      ...STRANGER,
      currency: chosen("currency", CURRENCIES) ?? STRANGER.currency,
      theme: chosen("theme", THEMES) ?? STRANGER.theme,
      signedIn: me !== null,
      mayHaveCart: true,
      staff: me !== null && me.role !== "customer",
    },
  };
}
