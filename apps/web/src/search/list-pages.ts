import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";
import type { AppContext } from "#core/app.ts";
import { listingQuery, type ListSearch, pagesOf, type Place } from "#search/list-search.ts";

export type ListPage = inferOutput<Api["search"]["list"]>;
export type Facet = ListPage["facets"][number];
export type FacetValue = Facet["values"][number];

type Context = Pick<AppContext, "api" | "client" | "locale" | "queryClient" | "visitor">;

/**
 * The questions for the pages that the address shows, first to last. Each goes on where the one before ended, as that
 * stands in the cache: so no product is shown twice when the list changes meanwhile.
 */
export function listPages(
  { api, client, locale, queryClient, visitor: { currency } }: Context,
  search: ListSearch,
  category?: Place,
) {
  let before: readonly unknown[] | undefined;
  return pagesOf(search).map((page) => {
    const question = { ...listingQuery(search, { currency, page, category }), ...(search.q && { locale }) };
    const asked = api.search.list.queryOptions(question);
    const formerKey = before;
    before = asked.queryKey;
    return {
      ...asked,
      queryFn: () => {
        const after = formerKey && queryClient.getQueryData<ListPage>(formerKey)?.next;
        return client.search.list.query({ ...question, ...(after && { after }) });
      },
    };
  });
}

/** In a loader: has the pages ready for `useListPages`, one after the other. */
export async function loadListPages(context: AppContext, search: ListSearch, category?: Place): Promise<ListPage[]> {
  const answers: ListPage[] = [];
  for (const asked of listPages(context, search, category)) {
    answers.push(await context.queryClient.ensureQueryData(asked));
  }
  return answers;
}
