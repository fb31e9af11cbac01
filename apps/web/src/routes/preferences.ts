import { createFileRoute } from "@tanstack/react-router";
import { CURRENCIES, THEMES } from "#core/visitor.ts";

const YEAR = 31_536_000;
const CHOICES: Record<string, readonly string[]> = { currency: CURRENCIES, theme: THEMES };

/** Only an address of this shop: "//elsewhere" and "https://elsewhere" lead home. */
const safePath = (path: unknown): string =>
  typeof path === "string" && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : "/";

/** Remembers the currency or the colours in a cookie and leads back; needs no JavaScript. */
export const Route = createFileRoute("/preferences")({
  server: {
    handlers: {
      POST: async ({ request }) => {
        const form = await request.formData();
        const headers = new Headers({ location: safePath(form.get("back")) });
        for (const [name, allowed] of Object.entries(CHOICES)) {
          const value = form.get(name);
          if (typeof value === "string" && allowed.includes(value)) {
            headers.append("set-cookie", `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax`);
          }
        }
        return new Response(null, { status: 303, headers });
      },
    },
  },
});
