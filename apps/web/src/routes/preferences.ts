import { createFileRoute } from "@tanstack/react-router";
import { CURRENCIES, THEMES } from "#core/visitor.ts";

const YEAR = 31_536_000;
const CHOICES: Record<string, readonly string[]> = { currency: CURRENCIES, theme: THEMES };

/** Only an address of this shop: "//elsewhere" and "https://elsewhere" lead home. */
const safePath = (path: string | null): string => (path !== null && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : "/");

/**
 * Remembers the currency or the colours in a cookie and leads back; needs no JavaScript. A GET, since pages are only
 * ever read; another site's link changes nothing.
 */
export const Route = createFileRoute("/preferences")({
  server: {
    handlers: {
      GET: ({ request }) => {
        const asked = new URL(request.url).searchParams;
        const headers = new Headers({ location: safePath(asked.get("back")) });
        const site = request.headers.get("sec-fetch-site") ?? "same-origin";
        for (const [name, allowed] of Object.entries(CHOICES)) {
          const value = asked.get(name);
          if (site === "same-origin" && value !== null && allowed.includes(value)) {
            headers.append("set-cookie", `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax`);
          }
        }
        return new Response(null, { status: 303, headers });
      },
    },
  },
});
