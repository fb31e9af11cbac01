import { Trans } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef } from "react";

/** Nothing to show, and what to do about it. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <section className="grid justify-items-start gap-4 border-t-2 border-shelf py-12">
      <h2 className="text-h2">{title}</h2>
      {children}
    </section>
  );
}

export interface FieldError {
  fieldId: string;
  message: ReactNode;
}

/** Takes the focus after a refused submit and leads to each field. */
export function ErrorSummary({ errors }: { errors: FieldError[] }) {
  const box = useRef<HTMLDivElement>(null);
  // Told by its text: the array is a new one whenever the form is drawn, and must not pull the focus back then.
  const told = JSON.stringify(errors);
  useEffect(() => box.current?.focus(), [told]);
  if (errors.length === 0) return null;

  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-button border border-rowan bg-rowan-tint p-5 text-rowan"
    >
      <h2 className="text-base font-semibold">
        <Trans>Please check the form</Trans>
      </h2>
      <ul className="mt-2 grid gap-1">
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a href={`#${fieldId}`} className="underline">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What an act came to, in the place of its form, whose focus it takes over. */
export function Outcome({ children, className }: { children: ReactNode; className?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} role="status" className={className}>
      {children}
    </div>
  );
}

/** One sentence about something that did not work, announced at once. */
export function Alert({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="rounded-button bg-rowan-tint px-4 py-3 text-sm text-rowan">
      {children}
    </p>
  );
}
