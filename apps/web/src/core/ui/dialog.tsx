import { useLingui } from "@lingui/react/macro";
import clsx from "clsx";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "#core/ui/button.tsx";

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Stays at the bottom while the body scrolls. */
  footer?: ReactNode;
  shape?: "centre" | "drawer";
}

const SHAPES = {
  centre: "m-auto w-[min(32rem,calc(100vw-32px))] max-h-[calc(100dvh-32px)] rounded-dialog",
  drawer: "my-0 mr-0 ml-auto h-dvh max-h-none w-[min(420px,100vw)] max-w-none",
};

/** The platform's modal dialog: it traps focus, closes on Escape and gives focus back by itself. */
export function Dialog({ open, onClose, title, children, footer, shape = "centre" }: DialogProps) {
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
      className={clsx("bg-card p-0 shadow-overlay", SHAPES[shape])}
      onClose={onClose}
      closedby="any"
    >
      {open && (
        <div className={clsx("flex flex-col", shape === "drawer" ? "h-full" : "max-h-[inherit]")}>
          <div className="flex items-center justify-between gap-4 py-2 pr-2 pl-5">
            <h2 id={titleId} className="text-h3">
              {title}
            </h2>
            <IconButton label={t`Close`} onClick={() => dialog.current?.close()}>
              <X aria-hidden size={20} />
            </IconButton>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {footer != null && footer !== false && <div className="border-t border-line p-5">{footer}</div>}
        </div>
      )}
    </dialog>
  );
}

/** A dialog that stands at the right edge over the full height. */
export const Drawer = (props: Omit<DialogProps, "shape">) => <Dialog shape="drawer" {...props} />;
