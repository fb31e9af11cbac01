import { useLingui } from "@lingui/react/macro";
import { useRouter, useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";

/** Shows that the next page is on its way, but only when that takes longer than 300 ms. */
export function NavigationProgress() {
  const { t } = useLingui();
  const loading = useRouterState({ select: ({ isLoading }) => isLoading });
  useFocusAfterNavigation();
  if (!loading) return null;
  return (
    <div role="progressbar" aria-label={t`Loading…`} className="fixed inset-x-0 top-0 z-50 h-0.5">
      <div className="progress h-full origin-left bg-spruce" />
    </div>
  );
}

/** A new page begins at its content, as it would after a full load; changes of the same page leave the focus alone. */
function useFocusAfterNavigation() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onResolved", ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) document.getElementById("content")?.focus({ preventScroll: true });
      }),
    [router],
  );
}
