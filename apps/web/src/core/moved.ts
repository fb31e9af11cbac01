import { notFound, redirect } from "@tanstack/react-router";
import type { Refusal } from "@vitrina/api-contract";
import type { AppContext } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { refusalOf } from "#core/refusal.ts";

interface Sought {
  kind: "category" | "collection" | "product";
  slug: string;
  /** The address of a page of that kind, without locale. */
  pathOf: (slug: string) => string;
}

/** What was once at an address and is no longer sold. */
export type GoneThing = Extract<Refusal, { code: "catalog.gone" }>["details"];

/** In a loader: what is no longer at its address is looked for where it moved to, for good; else it is the 404 page. */
export async function orMoved<Thing>(loading: Promise<Thing>, context: AppContext, sought: Sought): Promise<Thing> {
  const found = await orGone(loading, context, sought);
  if ("gone" in found) throw notFound();
  return found.thing;
}

/** The same where things are archived: what is no longer sold is told apart. */
export async function orGone<Thing>(
  loading: Promise<Thing>,
  { api, queryClient, locale }: AppContext,
  { kind, slug, pathOf }: Sought,
): Promise<{ thing: Thing } | { gone: GoneThing }> {
  try {
    return { thing: await loading };
  } catch (error) {
    if (refusalOf(error)?.code !== "core.not-found") throw error;
  }
  try {
    const moved = await queryClient.fetchQuery(api.catalog.movedTo.queryOptions({ kind, slug }));
    throw redirect({ href: localizePath(locale, pathOf(moved.slug)), statusCode: 301 });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.code === "catalog.gone") return { gone: refusal.details };
    throw refusal ? notFound() : error;
  }
}
