/** What a request asks for: a procedure call, a document (page, file), to take a file, or a form of a page without script. */
export type RequestKind = "call" | "document" | "upload" | "form";

export interface Arrival {
  method: string;
  kind: RequestKind;
  realm: "browser" | "api" | "both";
  secFetchSite: string | null;
  secFetchMode: string | null;
  origin: string | null;
  contentType: string | null;
  /** Origins of the shop itself, exact. */
  ownOrigins: readonly string[];
}

/**
 * Who may knock: cross-site requests that ride on a browser's cookies are refused (OWASP: Sec-Fetch-Site first, Origin as
 * the mandatory fallback). Programs carry no cookies and pass; their own header forces a preflight that is never granted.
 * docs/csrf.md says the same as a table. Returns the HTTP status of the refusal, or null to let the request in.
 */
export function gate(arrival: Arrival): 400 | 403 | 405 | 415 | null {
  const { method, kind, realm } = arrival;
  const reads = method === "GET" || method === "HEAD";
  if (!reads && (kind === "document" || method !== "POST")) return 405;
  if (reads && (kind === "upload" || kind === "form")) return 405;
  if (realm === "both") return 400;
  if (kind === "document") return isVisit(arrival) ? null : 403;
  if (method === "POST" && !BODIES[kind].test(arrival.contentType ?? "")) return 415;
  if (realm === "api") return null;
  return isOwn(arrival, reads) ? null : 403;
}

/** Calls and files have types that no form can send, so that another site's page would have to ask first. */
const BODIES = {
  call: /^application\/json(;|$)/i,
  upload: /^application\/octet-stream$/i,
  form: /^application\/x-www-form-urlencoded(;|$)/i,
};

/** Other sites may lead to a page, and embed none. */
function isVisit({ secFetchSite, secFetchMode }: Arrival): boolean {
  const foreign = secFetchSite === "cross-site" || secFetchSite === "same-site";
  return !foreign || secFetchMode === null || secFetchMode === "navigate";
}

function isOwn({ secFetchSite, origin, ownOrigins }: Arrival, reads: boolean): boolean {
  if (secFetchSite !== null) return secFetchSite === "same-origin";
  if (origin !== null) return ownOrigins.includes(origin);
  return reads;
}
