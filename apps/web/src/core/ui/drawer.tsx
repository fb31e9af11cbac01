import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "#core/ui/button.tsx";
import { CrossIcon } from "#core/ui/icons.tsx";

interface DrawerProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Stays at the bottom while the body scrolls. */
  footer?: ReactNode;
}

/**
 * A dialog at the right edge over the full height. It is the platform's own modal: it traps focus, closes on Escape and
 * on a click beside it, and gives focus back by itself.
 */
export function Drawer({ open, onClose, title, children, footer }: DrawerProps) {
  const { t } = useLingui();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="my-0 mr-0 ml-auto h-dvh max-h-none w-[min(420px,100vw)] max-w-none bg-card shadow-overlay"
      onClose={onClose}
      closedby="any"
    >
      {open && (
        <div className="flex h-full flex-col">
          <div className="flex items-center justify-between gap-4 py-2 pr-2 pl-5">
            <h2 id={titleId} className="text-h3">
              {title}
            </h2>
            <IconButton label={t`Close`} onClick={() => dialog.current?.close()}>
              <CrossIcon />
            </IconButton>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {footer && <div className="border-t border-line p-5">{footer}</div>}
        </div>
      )}
    </dialog>
  );
}
