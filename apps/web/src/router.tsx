import { I18nProvider } from "@lingui/react";
import { notifyManager, QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { setupRouterSsrQueryIntegration } from "@tanstack/react-router-ssr-query";
import { createApi, createClient } from "#core/api.ts";
import type { AppContext } from "#core/app.ts";
import { createI18n } from "#core/i18n.ts";
import { localeOf, localeRewrite, withoutLocale } from "#core/locale.ts";
import { currentPage } from "#core/page.ts";
import { worthRepeating } from "#core/refusal.ts";
import { parseSearch, stringifySearch } from "#core/search-params.ts";
import { ErrorPage } from "#core/shell/error-page.tsx";
import { NotFoundPage } from "#core/shell/not-found-page.tsx";
import { browsingTree, isBrowsed } from "./browsing-tree.ts";

const MINUTE = 60_000;

// Before the next click is heard: a button is busy by then, so that a double click acts once.
notifyManager.setScheduler(queueMicrotask);

/** Called by Start once per request on the server and once per page load in the browser. */
export async function getRouter() {
  const { pathname, origin, visitor, help, links, nonce } = await currentPage();
  const locale = localeOf(pathname);
  const path = withoutLocale(pathname);
  const i18n = await createI18n(locale, path);
  const retry = worthRepeating({ server: import.meta.env.SSR });
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: MINUTE, retry } } });
  const client = createClient(links);
  const context: AppContext = {
    queryClient,
    client,
    api: createApi(client, queryClient),
    i18n,
    locale,
    origin,
    visitor,
    help,
  };

  const completeTree = async () => {
    await import("./routeTree.gen.ts");
    router.setRoutes(router.buildRouteTree());
  };
  const routeTree =
    import.meta.env.SSR || !isBrowsed(path)
      ? (await import("./routeTree.gen.ts")).routeTree
      : browsingTree(completeTree);

  const router = createRouter({
    routeTree,
    context,
    rewrite: localeRewrite(locale),
    parseSearch,
    stringifySearch,
    ssr: nonce ? { nonce } : {},
    scrollRestoration: true,
    defaultPreload: "intent",
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    dehydrate: () => ({ visitor, origin, help }),
    hydrate: (sent) => {
      router.options.context = { ...context, ...sent };
    },
    Wrap: ({ children }) => <I18nProvider i18n={i18n}>{children}</I18nProvider>,
  });
  setupRouterSsrQueryIntegration({ router, queryClient });
  return router;
}

declare module "@tanstack/react-router" {
  interface Register {
    router: Awaited<ReturnType<typeof getRouter>>;
  }
}
