import { getTRPCErrorFromUnknown } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { type Context as HttpContext, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { callForForm } from "#calls.ts";
import type { Context } from "#context.ts";

const PROMISE = "List-Unsubscribe";
/** Pages of links that end letters, and the procedures that do. */
const ENDS = { "/unsubscribe": "users.consents.unsubscribe", "/notice/stop": "inventory.notices.stop" } as const;
const smallBody = bodyLimit({ maxSize: 4096, onError: (c) => c.body(null, 413) });

/**
 * The one-click button of mail programs (RFC 8058): a POST of `List-Unsubscribe=One-Click` to the address that is the page
 * of the same link. It stands outside of the gate on purpose: the token in the address is all that counts, cookies and
 * sessions count for nothing here, so that no other site gains anything by sending it. The page's own form comes here
 * where there is no script, and is led back to the page; a mail program must not be led anywhere.
 */
export function oneClickUnsubscribe(contextOf: (c: HttpContext) => Promise<Context>): Hono {
  const routes = new Hono();
  for (const [page, procedure] of Object.entries(ENDS))
    routes.on("POST", [`${page}/:token`, `/en${page}/:token`], smallBody, async (c) => {
      const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
      if (form[PROMISE] !== "One-Click") return c.text("not a one-click unsubscription", 400);
      const status = await unsubscribe(await contextOf(c), procedure, c.req.param("token") ?? "");
      if (c.req.header("sec-fetch-mode") === "navigate") return c.redirect(c.req.path, 303);
      return c.body(null, status);
    });
  return routes;
}

/** By the procedure itself, with its limits; returns the HTTP status. */
async function unsubscribe(given: Context, path: string, token: string): Promise<200 | 400 | 429 | 500 | 503> {
  try {
    await callForForm({ ...given, log: given.log, principal: null, sessionFault: null }, path, { token });
    return 200;
  } catch (error) {
    return getHTTPStatusCodeFromError(getTRPCErrorFromUnknown(error)) as 400;
  }
}
