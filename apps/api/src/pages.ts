import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { localLink } from "@trpc/client";
import type { Context } from "#context.ts";
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

/** Loads the built web app; renders pages whose procedure calls run in process, as the visitor of the request. */
export async function createPages(webDir: string) {
  const module: { default: WebServer } = await import(pathToFileURL(join(webDir, "server/server.js")).href);
  return async ({ request, nonce, origin, visitor, context }: Page): Promise<Response> => {
    const once = context();
    const trpcLink = localLink({ router: appRouter, createContext: () => once });
    return module.default.fetch(request, { context: { trpcLink, nonce, origin, visitor } });
  };
}
export type Pages = Awaited<ReturnType<typeof createPages>>;

/** The last resort when rendering itself failed. */
export const fallbackPage = (requestId: string): string =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Витрина</title><h1>Что-то сломалось</h1>
<p>Мы уже знаем об этом. Попробуйте обновить страницу или вернитесь <a href="/">на главную</a>.</p>
<p lang="en">Something broke. Please reload, or go back <a href="/en">home</a>.</p><p><small>${requestId}</small></p></html>`;
