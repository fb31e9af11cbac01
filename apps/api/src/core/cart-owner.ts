import { hash } from "node:crypto";
import type { Context } from "#context.ts";

/** What is stored of a guest cart's secret. */
export const secretHashOf = (secret: string): Uint8Array => hash("sha256", secret, "buffer");

type CartOwner = { userId: string } | { secretHash: Uint8Array };

/** Whose cart the request speaks of: the signed-in person's, else the guest's by its secret; null when there is none yet. */
export function ownerOf({ principal, cartSecret }: Pick<Context, "principal" | "cartSecret">): CartOwner | null {
  if (principal) return { userId: principal.userId };
  return cartSecret ? { secretHash: secretHashOf(cartSecret) } : null;
}
