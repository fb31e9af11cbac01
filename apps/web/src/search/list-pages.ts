import type { inferOutput } from "@trpc/tanstack-react-query";
import { useSuspenseQueries } from "@tanstack/react-query";
import type { Api } from "#core/api.ts";
import { type AppContext, useApp } from "#core/app.ts";
import { listingQuery, type ListSearch, pagesOf } from "#search/list-search.ts";

export type ListPage = inferOutput<Api["search"]["list"]>;

type Asker = Pick<AppContext, "api" | "visitor">;

const questions = ({ api, visitor: { currency } }: Asker, search: ListSearch, category?: string) =>
  pagesOf(search).map((page) => api.search.list.queryOptions(listingQuery(search, { currency, page, category })));

/** In a loader: the pages that the address shows, for `useListPages` to find. */
export const loadListPages = (
  { queryClient, ...asker }: Asker & Pick<AppContext, "queryClient">,
  search: ListSearch,
  category?: string,
): Promise<ListPage[]> =>
  Promise.all(questions(asker, search, category).map((question) => queryClient.ensureQueryData(question)));

/** The pages that the address shows, first to last. */
export const useListPages = (search: ListSearch, category?: string): ListPage[] =>
  useSuspenseQueries({ queries: questions(useApp(), search, category) }).map(({ data }) => data);
