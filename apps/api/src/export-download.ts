import { assertRecent } from "@vitrina/domain/auth";
import { DomainError } from "@vitrina/domain/core";
import { type Context as HttpContext, Hono } from "hono";
import type { Context } from "#context.ts";
import { EXPORT_PATH } from "#users/exports.router.ts";

const PAGE = "/account/privacy";

/**
 * The file of a person's data: for that person alone, signed in and with a recent proof of identity. There is no id to
 * guess and no secret to leak: whoever asks gets their own. Everybody else is led to the page, which asks for what lacks.
 */
export function exportDownload(contextOf: (c: HttpContext) => Promise<Context>): Hono {
  const routes = new Hono();
  routes.get(EXPORT_PATH, async (c) => {
    const archive = await archiveFor(await contextOf(c));
    if (!archive) return c.redirect(PAGE, 303);
    return c.body(new Uint8Array(archive), 200, {
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="vitrina-data.zip"',
      "cache-control": "private, no-store",
    });
  });
  return routes;
}

async function archiveFor({ principal, services, now }: Context): Promise<Uint8Array | null> {
  if (!principal || principal.machine) return null;
  try {
    assertRecent(principal, now());
    const { userId } = await services.auth.assertLive(principal);
    return await services.exports.archive(userId);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
