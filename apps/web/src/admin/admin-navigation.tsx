import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { CommandPalette } from "#admin/command-palette.tsx";
import { useRoomNames } from "#admin/room-names.ts";
import { roomsOf } from "#admin/rooms.ts";
import { useApi } from "#core/app.ts";

const LOOK =
  "inline-flex min-h-11 items-center border-b-2 border-transparent hover:border-edge aria-[current=page]:border-ink";

/** The front page and the rooms of the back office; what the API would refuse is not offered. On narrow screens they are folded. */
export function AdminNavigation() {
  const { t } = useLingui();
  const names = useRoomNames();
  const { pathname } = useLocation();
  const rights = useQuery(useApi().auth.staff.rights.queryOptions()).data ?? [];
  const rooms = roomsOf(rights).map(({ to }) => ({ to, name: names[to] }));
  const front = { to: "/admin", name: t`To do` } as const;
  const here = rooms.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`)) ?? front;
  const links = [front, ...rooms].map(({ to, name }) => (
    <li key={to}>
      <Link to={to} activeOptions={{ exact: to === front.to }} className={LOOK}>
        {name}
      </Link>
    </li>
  ));
  return (
    <div className="mb-6 flex items-start justify-between gap-x-6 border-b border-line">
      <nav aria-label={t`Back office`} className="min-w-0 flex-1">
        <details key={pathname} className="sm:hidden">
          <summary className="inline-flex min-h-11 max-w-full cursor-pointer items-center gap-2 font-medium">
            <span aria-hidden>☰</span>
            <Trans>Menu</Trans>
            <span className="truncate font-normal text-muted">{here.name}</span>
          </summary>
          <ul className="grid grid-cols-2 gap-x-6 pb-2">{links}</ul>
        </details>
        <ul className="flex flex-wrap gap-x-6 max-sm:hidden">{links}</ul>
      </nav>
      <CommandPalette />
    </div>
  );
}
