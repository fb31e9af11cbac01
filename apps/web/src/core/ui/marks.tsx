import clsx from "clsx";
import type { ReactNode } from "react";
import { CrossIcon } from "#core/ui/icons.tsx";

type Tone = "plain" | "good" | "cut" | "info";

const TONES: Record<Tone, string> = {
  plain: "bg-linen text-ink",
  good: "bg-spruce-tint text-spruce",
  cut: "bg-rowan-tint text-rowan",
  info: "bg-linen text-sky",
};

export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={clsx("inline-block rounded-input px-2 py-0.5 text-xs font-medium", TONES[tone])}>{children}</span>
  );
}

/** A value that is switched on; a link or a button around it takes it off. */
export function Chip({ children, removable = false }: { children: ReactNode; removable?: boolean }) {
  return (
    <span className="inline-flex min-h-11 items-center gap-2 rounded-full border border-edge bg-card px-4 text-sm hover:bg-linen">
      {children}
      {removable && <CrossIcon size={16} />}
    </span>
  );
}
