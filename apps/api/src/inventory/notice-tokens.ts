import { createHmac, hkdfSync } from "node:crypto";

/**
 * The token that ends the notices of an address: the same in each of its letters, so that an old one works as long as the
 * address has any. Only this shop's key makes it, and the database keeps a digest.
 */
export function createNoticeTokens(secret: string): (emailCanonical: string) => string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "notice-stop", 32));
  return (emailCanonical) => createHmac("sha256", key).update(emailCanonical).digest("base64url");
}
