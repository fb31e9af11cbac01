import { Trans } from "@lingui/react/macro";
import {
  createRootRouteWithContext,
  HeadContent,
  Outlet,
  rootRouteId,
  Scripts,
  useHydrated,
  useLocation,
  useRouter,
} from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { ResumeSession } from "#auth/resume-session.tsx";
import { CartButton } from "#cart/cart-button.tsx";
import { EarlySubmit } from "#core/early-submit.tsx";
import { type AppContext, useLocale, useVisitor } from "#core/app.ts";
import cyrillicFont from "#core/fonts/onest-cyrillic.woff2?url";
import latinFont from "#core/fonts/onest-latin.woff2?url";
import { loadMessages } from "#core/i18n.ts";
import { Footer } from "#core/shell/footer.tsx";
import { Header } from "#core/shell/header.tsx";
import { NavigationProgress } from "#core/shell/navigation-progress.tsx";
import { ToastProvider } from "#core/ui/toast.tsx";
import { SearchForm } from "#search/search-form.tsx";
import styles from "#styles.css?url";

const font = (href: string) => ({
  rel: "preload",
  href,
  as: "font",
  type: "font/woff2",
  crossOrigin: "anonymous" as const,
});

export const Route = createRootRouteWithContext<AppContext>()({
  beforeLoad: ({ context, location }) => loadMessages(context.i18n, location.pathname),
  loader: async ({ context }) => {
    // Without them the shell still stands, with its search, around whatever went wrong.
    const tree = await context.client.catalog.categories.query().catch(() => null);
    return { categories: tree?.filter(({ parentId }) => parentId === null) ?? [], complete: tree !== null };
  },
  staleTime: Number.POSITIVE_INFINITY,
  head: ({ match }) => ({
    meta: [
      { charSet: "utf-8" },
      { name: "viewport", content: "width=device-width, initial-scale=1" },
      { name: "color-scheme", content: "light dark" },
      { title: match.context.locale === "ru" ? "Витрина" : "Vitrina" },
    ],
    links: [
      font(latinFont),
      ...(match.context.locale === "ru" ? [font(cyrillicFont)] : []),
      { rel: "stylesheet", href: styles },
      { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
    ],
  }),
  shellComponent: Document,
  component: Shell,
});

function Document({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const { theme } = useVisitor();
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <HeadContent />
      </head>
      <body>
        <ToastProvider>{children}</ToastProvider>
        <Scripts />
      </body>
    </html>
  );
}

function Shell() {
  const { categories, complete } = Route.useLoaderData();
  useCompletion(complete);
  return (
    <>
      <EarlySubmit />
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:rounded-button focus:bg-ink focus:p-3 focus:text-paper"
      >
        <Trans>Skip to the content</Trans>
      </a>
      <NavigationProgress />
      <Header categories={categories} search={<SearchForm id="search" />} cart={<CartButton />} />
      <main id="content" tabIndex={-1} className="grow outline-none">
        <noscript>
          <p className="container-shop py-3">
            <Trans>
              You can look around without JavaScript. To sign in, to fill a cart and to order, please switch it on.
            </Trans>
          </p>
        </noscript>
        <Outlet />
      </main>
      <Footer categories={categories} />
      <ResumeSession />
      <HydrationMark />
    </>
  );
}

/** What the shell lacks is asked for again in the browser, and then with every page, until it has come. */
function useCompletion(complete: boolean): void {
  const router = useRouter();
  const { pathname } = useLocation();
  useEffect(() => {
    if (!complete) void router.invalidate({ filter: ({ routeId }) => routeId === rootRouteId });
  }, [router, pathname, complete]);
}

/** Tells tests that the page answers to clicks. */
function HydrationMark() {
  return useHydrated() ? <span hidden data-hydrated /> : null;
}
