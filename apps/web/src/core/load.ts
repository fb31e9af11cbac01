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
