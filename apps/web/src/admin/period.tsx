import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { formatMoment } from "#admin/format-moment.ts";
import { useLocale } from "#core/app.ts";
import { Button } from "#core/ui/button.tsx";
import { Badge } from "#core/ui/marks.tsx";

/** From one ISO instant until before another; null for no such end. */
export interface Period {
  from: string | null;
  until: string | null;
}

export const isPlanned = ({ from }: Period, now: number) => from !== null && Date.parse(from) > now;
export const isOver = ({ until }: Period, now: number) => until !== null && Date.parse(until) <= now;

/** «1 May 2026, 10:00 – 8 May 2026, 10:00», or in words where an end is missing. */
export function When({ period: { from, until } }: { period: Period }) {
  const locale = useLocale();
  const begin = from === null ? null : formatMoment(locale, from);
  const end = until === null ? null : formatMoment(locale, until);
  if (begin === null) return end === null ? <Trans>always</Trans> : <Trans>until {end}</Trans>;
  return end === null ? <Trans>from {begin} on</Trans> : <span>{`${begin} – ${end}`}</span>;
}

interface AtMoment {
  period: Period;
  now: number;
}

/** Whether it begins later, or holds now; nothing once it is over. */
export function PeriodMark({ period, now, planned }: AtMoment & { planned?: ReactNode }) {
  if (isPlanned(period, now)) return <Badge tone="info">{planned ?? <Trans>begins later</Trans>}</Badge>;
  if (isOver(period, now)) return null;
  return (
    <Badge tone="good">
      <Trans>holds now</Trans>
    </Badge>
  );
}

/** Ends what holds, or takes back what has not begun; nothing once it is over. */
export function EndButton({ period, now, busy, onEnd }: AtMoment & { busy: boolean; onEnd: () => void }) {
  if (isOver(period, now)) return null;
  return (
    <Button tone="quiet" size="dense" className="ml-auto" busy={busy} onClick={onEnd}>
      {isPlanned(period, now) ? <Trans>Take back</Trans> : <Trans>End it now</Trans>}
    </Button>
  );
}
