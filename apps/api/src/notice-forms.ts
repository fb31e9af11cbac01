import { getTRPCErrorFromUnknown } from "@trpc/server";
import { type Context as HttpContext, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { callForForm } from "#calls.ts";
import type { Context } from "#context.ts";
import { refusalOf } from "#errors.ts";

const smallBody = bodyLimit({ maxSize: 4096, onError: (c) => c.body(null, 413) });
const FAILED = "failed";

/**
 * The forms of notices (INV-11) for browsers without script: each is the procedure that the script calls, and leads back to
 * a page that tells what it came to. `refused` is the gate: another site's form changes nothing.
 */
export function noticeForms(
  contextOf: (c: HttpContext) => Promise<Context>,
  refused: (c: HttpContext) => 400 | 403 | 405 | 415 | null,
): Hono {
  const routes = new Hono();
  for (const prefix of ["", "/en"] as const) {
    const locale = prefix === "" ? "ru" : "en";
    routes.post(`${prefix}/notice`, smallBody, async (c) => {
      const stop = refused(c);
      if (stop) return c.body(null, stop);
      const { variantId, email, textVersion } = await c.req.parseBody();
      const context = await contextOf(c);
      const outcome = await call<{ state: string }>(context, "ask", { variantId, email, textVersion, locale });
      const goods = await context.services.notices
        .goodsOf(typeof variantId === "string" ? variantId : "")
        .catch(() => null);
      if (!goods) return c.redirect(prefix || "/", 303);
      const told = typeof outcome === "string" ? outcome : outcome.state;
      const search = new URLSearchParams({ v: goods.sku, notice: told });
      return c.redirect(`${prefix}/p/${goods.slug}?${search.toString()}#tell-me`, 303);
    });
    routes.post(`${prefix}/notice/:token`, smallBody, async (c) => {
      const stop = refused(c);
      if (stop) return c.body(null, stop);
      await call(await contextOf(c), "confirm", { token: c.req.param("token") });
      return c.redirect(c.req.path, 303);
    });
  }
  return routes;
}

/** By the procedure itself; a refusal's code instead of its answer. */
async function call<Answer>(context: Context, name: string, input: object): Promise<Answer | string> {
  try {
    return (await callForForm(context, `inventory.notices.${name}`, input)) as Answer;
  } catch (error) {
    return refusalOf(getTRPCErrorFromUnknown(error))?.code ?? FAILED;
  }
}
