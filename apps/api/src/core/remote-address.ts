/**
 * The caller's address: the connection's own, or, behind trusted proxies, the last entry of X-Forwarded-For that is not
 * one of them. A header from anyone else is ignored (T-63).
 */
export function remoteAddress(connection: string, forwarded: string | null, trusted: readonly string[]): string {
  if (!forwarded || !trusted.includes(normal(connection))) return normal(connection);
  const hops = forwarded.split(",").map((hop) => normal(hop.trim()));
  return hops.findLast((hop) => hop !== "" && !trusted.includes(hop)) ?? normal(connection);
}

const normal = (address: string): string => address.replace(/^::ffff:/, "");
