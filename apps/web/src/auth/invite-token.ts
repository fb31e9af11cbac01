const KEY = "invitation";

/**
 * The token behind the hash of an invitation's link, taken out of the address bar at once; null when there is none. The
 * tab keeps it for a reload and for the way over the sign-in page, until it is forgotten.
 */
export function takeInviteToken(): string | null {
  const { hash, pathname, search } = window.location;
  if (hash.length > 1) {
    window.sessionStorage.setItem(KEY, hash.slice(1));
    window.history.replaceState(window.history.state, "", pathname + search);
  }
  return window.sessionStorage.getItem(KEY);
}

export const forgetInviteToken = (): void => window.sessionStorage.removeItem(KEY);
