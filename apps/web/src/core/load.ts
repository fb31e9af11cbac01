import { notFound } from "@tanstack/react-router";
import { refusalOf } from "#core/refusal.ts";

/** In a loader: what does not exist becomes the 404 page instead of the one for errors. */
export async function orNotFound<Thing>(loading: Promise<Thing>): Promise<Thing> {
  try {
    return await loading;
  } catch (error) {
    if (refusalOf(error)?.code === "core.not-found") throw notFound();
    throw error;
  }
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const isSlug = (text: string): boolean => text.length <= 200 && SLUG.test(text);

/** For a route's `params.parse`: an address that cannot name anything is answered like one that names nothing. */
export function slugParam({ slug }: { slug: string }): { slug: string } {
  if (!isSlug(slug)) throw notFound();
  return { slug };
}
