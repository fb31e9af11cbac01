import { notFound, redirect } from "@tanstack/react-router";
import type { AppContext } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { refusalOf } from "#core/refusal.ts";

interface Sought {
  kind: "category" | "collection" | "product";
  slug: string;
  /** The address of a page of that kind, without locale. */
  pathOf: (slug: string) => string;
}

/** In a loader: what is no longer at its address is looked for where it moved to, for good; else it is the 404 page. */
export async function orMoved<Thing>(
  loading: Promise<Thing>,
  { api, queryClient, locale }: AppContext,
  { kind, slug, pathOf }: Sought,
): Promise<Thing> {
  try {
    return await loading;
  } catch (error) {
    if (refusalOf(error)?.code !== "core.not-found") throw error;
    const moved = await queryClient.fetchQuery(api.catalog.movedTo.queryOptions({ kind, slug })).catch(() => null);
    if (!moved) throw notFound();
    throw redirect({ href: localizePath(locale, pathOf(moved.slug)), statusCode: 301 });
  }
}
