const TWO_YEARS = 63_072_000;

/** Pages that are opened by a secret, and must not tell their address to anybody. */
const BY_SECRET = /^(?:\/en)?\/(?:verify|reset|email|erasure|invite|order|unsubscribe)(?:\/|$)/;

/** Headers every answer carries; `nonce` and `path` only for pages. */
export function securityHeaders({
  https,
  nonce,
  path = "/",
}: {
  https: boolean;
  nonce?: string;
  path?: string;
}): Record<string, string> {
  return {
    "content-security-policy": nonce ? pagePolicy(nonce) : "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "referrer-policy": BY_SECRET.test(path) ? "no-referrer" : "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(https && { "strict-transport-security": `max-age=${TWO_YEARS}; includeSubDomains` }),
  };
}

const pagePolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: https: http:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
