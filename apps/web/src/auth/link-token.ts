import { useEffect, useState } from "react";

const keyOf = (path: string) => `link:${path}`;

/**
 * The token behind the hash of a letter's link, taken out of the address bar at once. The tab keeps it for a reload and
 * for the way over the sign-in page, until `forget`. Undefined until it is known, null when there is none.
 */
export function useLinkToken(): { token: string | null | undefined; forget: () => void } {
  const [token, setToken] = useState<string | null>();
  useEffect(() => {
    const { hash, pathname, search } = window.location;
    const key = keyOf(pathname);
    if (hash.length > 1) {
      window.sessionStorage.setItem(key, hash.slice(1));
      window.history.replaceState(window.history.state, "", pathname + search);
    }
    // oxlint-disable-next-line react/set-state-in-effect -- only the browser sees a hash, so the first render cannot
    setToken(window.sessionStorage.getItem(key));
  }, []);
  return { token, forget: () => window.sessionStorage.removeItem(keyOf(window.location.pathname)) };
}
