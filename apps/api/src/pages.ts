import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { callTRPCProcedure } from "@trpc/server";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "@vitrina/api-contract";
import { failureOf } from "#calls.ts";
import type { Context } from "#context.ts";
import type { HelpLink } from "#core/help-contact.ts";
import { appRouter } from "#router.ts";

/** What the built web app offers: a fetch handler that renders a page with the context it is handed. */
interface WebServer {
  fetch(request: Request, options: { context: object }): Promise<Response>;
}

interface Page {
  request: Request;
  nonce: string;
  origin: string;
  visitor: object;
  context: () => Promise<Context>;
}

/**
 * Calls procedures in this process. Answers are plain data by their schemas and handed over as they are: tRPC's own
 * localLink writes and reads them as JSON, and makes and aborts a signal for each (a twentieth of a page's time).
 */
const inProcess =
  (context: Promise<Context>): TRPCLink<AppRouter> =>
  () =>
  ({ op: { path, input } }) =>
    observable((observer) => {
      const call = (ctx: Context) =>
        callTRPCProcedure({
          router: appRouter,
          path,
          // A page is looked at: whatever it asks for, nothing is changed.
          type: "query",
          ctx,
          getRawInput: async () => input,
          batchIndex: 0,
          signal: undefined,
        }).catch((cause: unknown) => {
          throw TRPCClientError.from({ error: failureOf(cause, { type: "query", path, ctx }).shape });
        });
      context.then(call).then(
        (data: unknown) => {
          observer.next({ result: { type: "data", data } });
          observer.complete();
        },
        (error: unknown) => observer.error(TRPCClientError.from(error as Error)),
      );
    });

/** Loads the built web app; renders pages whose procedure calls run in process, as the visitor of the request. */
export async function createPages(webDir: string, help: HelpLink) {
  const module: { default: WebServer } = await import(pathToFileURL(join(webDir, "server/server.js")).href);
  return async ({ request, nonce, origin, visitor, context }: Page): Promise<Response> => {
    const trpcLink = inProcess(context());
    return module.default.fetch(request, { context: { trpcLink, nonce, origin, visitor, help } });
  };
}
export type Pages = Awaited<ReturnType<typeof createPages>>;

/** The last resort when rendering itself failed. */
export const fallbackPage = (requestId: string): string =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Витрина</title><h1>Что-то сломалось</h1>
<p>Мы уже знаем об этом. Попробуйте обновить страницу или вернитесь <a href="/">на главную</a>.</p>
<p lang="en">Something broke. Please reload, or go back <a href="/en">home</a>.</p><p><small>${requestId}</small></p></html>`;
