import { canonicalEmail } from "@vitrina/domain/users";
import { InvalidEmail } from "./auth.errors.ts";

/** The key under which an address is unique, see canonicalEmail. @throws InvalidEmail for what is no address to write to */
export function emailKeyOf(email: string): string {
  const key = canonicalEmail(email);
  if (key === null) throw new InvalidEmail({});
  return key;
}
