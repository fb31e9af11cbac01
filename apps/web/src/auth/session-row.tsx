import { Trans, useLingui } from "@lingui/react/macro";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import { formatDate } from "#core/format.ts";
import type { Locale } from "#core/locale.ts";
import { Button } from "#core/ui/button.tsx";
import { Badge } from "#core/ui/marks.tsx";

type Session = inferOutput<Api["auth"]["sessions"]>[number];

/** One session: device, network, times, and a button to end it unless it is the one that looks. */
export function SessionRow({ session, ending, onEnd }: { session: Session; ending: boolean; onEnd: () => void }) {
  const { t } = useLingui();
  const locale = useLocale();
  const { uaLabel, ipPrefix, realm, current } = session;
  const device = uaLabel === "unknown" ? t`Unknown device` : uaLabel;
  const lastUsed = formatMoment(locale, session.lastUsedAt);
  const since = formatDate(locale, session.createdAt);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-4">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-2 font-medium break-words">
          {device}
          {current && (
            <Badge tone="good">
              <Trans>This device</Trans>
            </Badge>
          )}
          {realm === "api" && (
            <Badge>
              <Trans>Program</Trans>
            </Badge>
          )}
        </p>
        <p className="text-sm text-muted">
          <Trans>Last used {lastUsed}</Trans>
        </p>
        <p className="text-sm break-words text-muted">
          {ipPrefix ? (
            <Trans>
              Signed in {since}, network <span className="whitespace-nowrap">{ipPrefix}</span>
            </Trans>
          ) : (
            <Trans>Signed in {since}</Trans>
          )}
        </p>
      </div>
      {!current && (
        <Button tone="secondary" busy={ending} aria-label={t`Sign out: ${device}`} onClick={onEnd}>
          <Trans>Sign out</Trans>
        </Button>
      )}
    </li>
  );
}

/** «24 ноября 2026 г., 15:05». */
function formatMoment(locale: Locale, instant: string): string {
  const time = new Date(instant).toLocaleTimeString("ru-RU", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Moscow",
  });
  return `${formatDate(locale, instant)}, ${time}`;
}
