import { canonicalEmail } from "@vitrina/domain/users";
import { InvalidEmail } from "./auth.errors.ts";
import type { AuthScope } from "./session.service.ts";

/** The key under which an address is unique, see canonicalEmail. @throws InvalidEmail for what is no address to write to */
export function emailKeyOf(email: string): string {
  const key = canonicalEmail(email);
  if (key === null) throw new InvalidEmail({});
  return key;
}

/**
 * Whether somebody other than `userId` has an address, or may still take it back. The owner is looked for first: whoever
 * gives the address up between the two looks has reserved it by the second.
 */
export async function isTaken(
  { users, links }: Pick<AuthScope, "users" | "links">,
  emailCanonical: string,
  { userId, now }: { userId: string; now: Date },
): Promise<boolean> {
  const owner = await users.findByEmail(emailCanonical);
  return (owner !== null && owner.id !== userId) || (await links.isReserved(emailCanonical, userId, now));
}
