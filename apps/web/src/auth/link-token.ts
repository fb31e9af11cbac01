const keyOf = (path: string) => `link:${path}`;

/**
 * The token behind the hash of a letter's link, taken out of the address bar at once; null when there is none. The tab
 * keeps it for a reload and for the way over the sign-in page, until it is forgotten.
 */
export function takeLinkToken(): string | null {
  const { hash, pathname, search } = window.location;
  const key = keyOf(pathname);
  if (hash.length > 1) {
    window.sessionStorage.setItem(key, hash.slice(1));
    window.history.replaceState(window.history.state, "", pathname + search);
  }
  return window.sessionStorage.getItem(key);
}

export const forgetLinkToken = (): void => window.sessionStorage.removeItem(keyOf(window.location.pathname));
