import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";
import type { AppContext } from "#core/app.ts";
import { listingQuery, type ListSearch, pagesOf } from "#search/list-search.ts";

export type ListPage = inferOutput<Api["search"]["list"]>;

/** The API's questions for the pages that the address shows, first to last. */
export const listPages = (
  { api, visitor: { currency } }: Pick<AppContext, "api" | "visitor">,
  search: ListSearch,
  category?: string,
) => pagesOf(search).map((page) => api.search.list.queryOptions(listingQuery(search, { currency, page, category })));

/** In a loader: has the pages ready for `useListPages`. */
export const loadListPages = (context: AppContext, search: ListSearch, category?: string): Promise<ListPage[]> =>
  Promise.all(listPages(context, search, category).map((asked) => context.queryClient.ensureQueryData(asked)));
