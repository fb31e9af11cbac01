import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";

export type ShopCategory = inferOutput<Api["catalog"]["tree"]["list"]>["rows"][number];
export type PlacedCategory = inferOutput<Api["catalog"]["tree"]["get"]>;
export type CategoryChoice = inferOutput<Api["catalog"]["tree"]["choices"]>[number];

/** What lies directly in a category, null being the root of the tree. */
export const categoriesIn = (api: Api, parentId: string | null) =>
  api.catalog.tree.list.infiniteQueryOptions(
    { parentId },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );
