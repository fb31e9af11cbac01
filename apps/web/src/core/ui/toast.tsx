import { Trans } from "@lingui/react/macro";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { Button } from "#core/ui/button.tsx";

interface Toast {
  message: ReactNode;
  undo?: () => void;
}
type Show = (toast: Toast) => void;

const SECONDS = 10;
const ShowContext = createContext<Show | null>(null);

/** `showToast({ message, undo })`: says what happened and, where it can be undone, offers it for ten seconds. */
export function useToast(): Show {
  const show = useContext(ShowContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it");
  return show;
}

/** Owns the one polite live region of the page: above on narrow screens, where the buttons of forms are below. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const [held, setHeld] = useState(false);
  const show = useCallback<Show>((next) => setToast({ ...next }), []);
  const hide = useCallback(() => setToast(null), []);
  const hold = useMemo(
    () => ({
      onFocus: () => setHeld(true),
      onBlur: () => setHeld(false),
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(false),
    }),
    [],
  );

  useEffect(() => {
    if (!toast || held) return;
    const timer = setTimeout(hide, SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [toast, held, hide]);

  return (
    <ShowContext value={show}>
      {children}
      <output className="pointer-events-none fixed inset-x-0 top-4 z-50 flex justify-center px-4 sm:top-auto sm:bottom-4">
        {toast && (
          <div
            className="pointer-events-auto flex min-h-12 items-center gap-2 rounded-button bg-ink py-1 pr-2 pl-5 text-paper shadow-overlay"
            {...hold}
          >
            <span className="py-2">{toast.message}</span>
            {toast.undo && (
              <Button
                tone="quiet"
                size="dense"
                className="text-paper! underline hover:bg-transparent"
                onClick={() => {
                  toast.undo?.();
                  hide();
                }}
              >
                <Trans>Undo</Trans>
              </Button>
            )}
          </div>
        )}
      </output>
    </ShowContext>
  );
}
