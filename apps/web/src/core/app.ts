import type { I18n } from "@lingui/core";
import type { QueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { Api, ShopClient } from "#core/api.ts";
import type { HelpLink } from "#core/help.ts";
import type { Locale } from "#core/locale.ts";
import type { Visitor } from "#core/visitor.ts";

/** What every route's loader and head receive; one per request on the server, one per page load in the browser. */
export interface AppContext {
  queryClient: QueryClient;
  client: ShopClient;
  api: Api;
  i18n: I18n;
  locale: Locale;
  /** Public address of the shop without a trailing slash. */
  origin: string;
  visitor: Visitor;
  /** Where shoppers ask for help. */
  help: HelpLink;
}

export const useApp = (): AppContext => useRouter().options.context;
export const useLocale = (): Locale => useApp().locale;
export const useVisitor = (): Visitor => useApp().visitor;
/** The typed API bound to TanStack Query: `useQuery(useApi().cart.view.queryOptions(…))`. */
export const useApi = (): Api => useApp().api;
