import { Trans } from "@lingui/react/macro";
import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

/** What a field tells its control: spread it onto the input. */
export interface Control {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Says "optional" beside the label; required is the silent default. */
  optional?: boolean;
  id?: string;
  children: (control: Control) => ReactNode;
}

/** Label, hint and error around one control, wired for assistive technology. */
export function Field({ label, hint, error, optional = false, id, children }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = `${controlId}-hint`;
  const errorId = `${controlId}-error`;
  const describedBy = clsx(error != null && errorId, hint != null && hintId) || undefined;

  return (
    <div className="grid gap-1">
      <label htmlFor={controlId} className="text-sm font-medium">
        {label}
        {optional && (
          <span className="font-normal text-muted">
            {" "}
            <Trans>(optional)</Trans>
          </span>
        )}
      </label>
      {children({ id: controlId, "aria-describedby": describedBy, "aria-invalid": error == null ? undefined : true })}
      {hint != null && (
        <p id={hintId} className="text-xs text-muted">
          {hint}
        </p>
      )}
      {error != null && (
        <p id={errorId} className="text-sm text-rowan">
          {error}
        </p>
      )}
    </div>
  );
}

const BOX =
  "w-full rounded-input border border-edge bg-card px-3 text-base text-ink placeholder:text-muted aria-invalid:border-rowan";

export function TextInput({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return <input type={type} className={clsx(BOX, "min-h-12", className)} {...rest} />;
}

export function TextArea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={rows} className={clsx(BOX, "py-3", className)} {...rest} />;
}

export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select className={clsx(BOX, "min-h-12 pr-8", className)} {...rest} />;
}

/** A checkbox with its text as the label; the whole row is the target. */
export function Checkbox({ children, className, ...rest }: ComponentProps<"input">) {
  return <Choice type="checkbox" text={children} className={className} {...rest} />;
}

export function Radio({ children, className, ...rest }: ComponentProps<"input">) {
  return <Choice type="radio" text={children} className={className} {...rest} />;
}

function Choice({ text, className, ...rest }: ComponentProps<"input"> & { text: ReactNode }) {
  return (
    <label className={clsx("flex min-h-11 cursor-pointer items-start gap-3 py-2.5", className)}>
      <input className="mt-0.5 size-5 shrink-0 accent-spruce" {...rest} />
      <span>{text}</span>
    </label>
  );
}
