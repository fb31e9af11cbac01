import { type ReactNode, type RefObject, useEffect, useId } from "react";

interface DialogProps {
  /** By which its children close it, with an answer or without. */
  ref: RefObject<HTMLDialogElement | null>;
  title: ReactNode;
  /** Hears the answer; "" after Escape. */
  onClose: (answer: string) => void;
  children: ReactNode;
}

/** A question over the page, open as long as it is drawn; closing gives the focus back to where it was. */
export function Dialog({ ref, title, onClose, children }: DialogProps) {
  const titleId = useId();
  useEffect(() => ref.current?.showModal(), [ref]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className="m-auto w-[min(440px,calc(100vw-32px))] rounded-button bg-card p-5 shadow-overlay"
      onClose={(event) => onClose(event.currentTarget.returnValue)}
    >
      <div className="grid gap-4">
        <h2 id={titleId} className="text-h3">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
