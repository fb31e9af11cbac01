import { Link, type LinkProps } from "@tanstack/react-router";
import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

type Tone = "primary" | "secondary" | "quiet" | "danger";
type Size = "touch" | "dense";

const TONES: Record<Tone, string> = {
  primary: "bg-spruce text-paper hover:bg-spruce-deep",
  secondary: "border border-edge bg-transparent text-ink hover:bg-linen",
  quiet: "bg-transparent text-spruce hover:bg-linen",
  danger: "border border-rowan bg-transparent text-rowan hover:bg-rowan-tint",
};
const SIZES: Record<Size, string> = { touch: "min-h-12 px-5 py-2 text-base", dense: "min-h-10 px-3 py-1 text-sm" };

const look = (tone: Tone, size: Size, className?: string) =>
  clsx(
    "inline-flex cursor-pointer items-center justify-center gap-2 rounded-button text-center font-medium transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
    TONES[tone],
    SIZES[size],
    className,
  );

interface Look {
  tone?: Tone;
  size?: Size;
}

/** `busy` announces the wait and answers to nothing; place and focus stay. */
export function Button({
  tone = "primary",
  size = "touch",
  busy = false,
  type = "button",
  className,
  onClick,
  ...rest
}: ComponentProps<"button"> & Look & { busy?: boolean }) {
  return (
    <button
      type={type}
      className={look(tone, size, className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  );
}

export function LinkButton({
  tone = "primary",
  size = "touch",
  className,
  ...rest
}: LinkProps & Look & { className?: string; children?: ReactNode; onClick?: () => void }) {
  return <Link className={look(tone, size, className)} {...rest} />;
}

/** A square button that shows only a picture; `label` is its name. */
export function IconButton({
  label,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { label: string }) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={clsx(
        "inline-flex size-12 cursor-pointer items-center justify-center rounded-button transition-colors hover:bg-linen",
        className,
      )}
      {...rest}
    />
  );
}
