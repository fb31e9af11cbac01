import { randomUUIDv7 } from "node:crypto";
import { assertFactor, may, type Permission, type Principal, SignInRequired } from "@vitrina/domain/auth";
import { ImportFileUnreadable, MAX_IMPORT_BYTES, MAX_PICTURE_BYTES } from "@vitrina/domain/catalog";
import { DomainError } from "@vitrina/domain/core";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { type Context as HttpContext, Hono } from "hono";
import type { Context } from "#context.ts";
import { toTrpcError } from "#errors.ts";
import { currentAct } from "#core/act.ts";
import { glanceAt } from "#shop/import-format.ts";
import { storedFile } from "#shop/import-jobs.ts";
import { assertLive, denied } from "#trpc.ts";

type ContextOf = (c: HttpContext) => Promise<Context>;

/** What of a request's headers says that it may send a file; a status refuses it. */
export type UploadGate = (c: HttpContext) => number | null;

/** Files that staff send: their bytes as the body, which is read as a stream. Who may is as with procedures. */
export function uploadRoutes(contextOf: ContextOf, gate: UploadGate): Hono {
  const routes = new Hono();
  routes.post("/upload/picture", async (c) => {
    const stop = gate(c);
    if (stop) return c.body(null, stop as 403);
    if (Number(c.req.header("content-length") ?? Infinity) > MAX_PICTURE_BYTES) return c.body(null, 413);
    return answer(c, contextOf, async (context) => {
      const { userId } = await assertAllowed(context, "catalog:write");
      return context.services.media.upload(userId, bodyOf(c));
    });
  });
  routes.post("/upload/import", async (c) => {
    const stop = gate(c);
    if (stop) return c.body(null, stop as 403);
    const size = Number(c.req.header("content-length") ?? Infinity);
    if (size > MAX_IMPORT_BYTES) return c.body(null, 413);
    return answer(c, contextOf, async (context) => {
      const { userId } = await assertAllowed(context, "catalog:import");
      return takeImport(context.services, { userId, size, name: c.req.query("name") ?? "", content: bodyOf(c) });
    });
  });
  return routes;
}

interface SentImport {
  userId: string;
  size: number;
  name: string;
  content: AsyncIterable<Uint8Array>;
}

/** Streams the file into the storage and looks at its beginning. @throws ImportFileUnreadable */
async function takeImport({ storage, imports }: Context["services"], { userId, size, name, content }: SentImport) {
  const storageKey = `imports/${randomUUIDv7()}`;
  await storage.write(storageKey, content, { size, type: "application/octet-stream" });
  const glance = await glanceAt(storedFile(storage, storageKey)).catch(() => null);
  if (!glance || glance.headers.length === 0) {
    await storage.remove(storageKey);
    throw new ImportFileUnreadable({});
  }
  const { format, feed, headers, columns, samples } = glance;
  const fileName = cleanName(name);
  const shown = samples.map((row) => row.map((cell) => cell.slice(0, MOST_SHOWN)));
  return imports.begin(userId, { fileName, storageKey, format, feed, headers, columns, samples: shown, bytes: size });
}

const MOST_SHOWN = 200;
const cleanName = (name: string) =>
  name
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\u0000-\u001f\u007f]/g, "")
    .trim()
    .slice(0, 255) || "import";

async function* bodyOf(c: HttpContext): AsyncGenerator<Uint8Array> {
  const reader = c.req.raw.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) yield part.value;
}

/** The answer as JSON, or the refusal with the status that procedures give it. */
async function answer(c: HttpContext, contextOf: ContextOf, work: (context: Context) => Promise<object>) {
  const context = await contextOf(c);
  try {
    return c.json(await currentAct.run(context, () => work(context)));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    context.refused(c.req.path, error.code);
    const status = getHTTPStatusCodeFromError(toTrpcError(error));
    return c.json({ refusal: { code: error.code, details: error.details } }, status as 400);
  }
}

/** Whoever sends, with the rights of this moment. @throws SignInRequired @throws Forbidden @throws FactorRequired */
export async function assertAllowed(context: Context, permission: Permission): Promise<Principal> {
  if (context.sessionFault) throw context.sessionFault;
  if (!context.principal) throw new SignInRequired({});
  await context.services.throttle.take("uploads-by-account", context.principal.userId);
  const principal = await assertLive(context.services, context.principal);
  if (!may(principal, permission)) throw denied(principal, permission);
  assertFactor(principal, permission);
  return principal;
}
