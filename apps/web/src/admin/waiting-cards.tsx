import { Trans } from "@lingui/react/macro";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { countTold } from "#admin/count-told.ts";
import { JobsNote } from "#admin/jobs-note.tsx";
import { useWaiting } from "#admin/waiting-queries.ts";
import { EmptyState } from "#core/ui/states.tsx";

interface Waiting {
  needs: string;
  to: LinkProps;
  name: ReactNode;
  /** Undefined: it could not be asked for. */
  count: number | undefined;
  /** What to do about it. */
  act: ReactNode;
  /** What zero means. */
  none: ReactNode;
  /** A fault of the shop, and no work of every day. */
  fault?: boolean;
}

/** What waits for the hands of somebody with these rights; each card leads to where it is done. */
export function WaitingCards({ rights }: { rights: readonly string[] }) {
  const waiting = useWaiting(rights);
  const open = [...ofGoods(waiting), ...ofTheShop(waiting)].filter(({ needs }) => rights.includes(needs));
  if (open.length === 0)
    return (
      <EmptyState title={<Trans>Nothing waits for you here</Trans>}>
        <p>
          <Trans>Your role has no lists of work. What it opens stands above.</Trans>
        </p>
      </EmptyState>
    );
  return (
    <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {open.map((each, index) => (
        <li key={index}>
          <Card {...each} />
        </li>
      ))}
    </ul>
  );
}

function Card({ to, name, count, act, none, fault = false }: Waiting) {
  const alarming = fault && count !== undefined && count > 0;
  return (
    <Link
      {...to}
      className={`grid h-full content-start gap-1 rounded-button border p-4 hover:border-edge ${alarming ? "border-rowan bg-rowan-tint" : "border-line bg-card"}`}
    >
      <span
        className={`text-h1 font-semibold tabular-nums ${alarming ? "text-rowan" : count === 0 ? "text-muted" : "text-ink"}`}
      >
        {count === undefined ? "–" : countTold(count)}
      </span>
      <span className="text-base font-semibold">{name}</span>
      <span className="text-muted">
        {count === undefined ? <Trans>It cannot be told right now.</Trans> : count === 0 ? none : act}
      </span>
    </Link>
  );
}

type Known = ReturnType<typeof useWaiting>;

const ofGoods = ({ orders, stock, drifts, misallocations }: Known): Waiting[] => [
  {
    needs: "orders:manage",
    to: { to: "/admin/orders", search: { fulfilment: "unfulfilled" } },
    name: <Trans>Orders to pack</Trans>,
    count: orders?.toShip,
    act: <Trans>Pack them and mark them as shipped.</Trans>,
    none: <Trans>All is packed. A new order shows here within a minute.</Trans>,
  },
  {
    needs: "stock:read",
    to: { to: "/admin/stock/low" },
    name: <Trans>Goods that run low</Trans>,
    count: stock?.low,
    act: <Trans>They will be sold out within two weeks: order more.</Trans>,
    none: <Trans>What sells now lasts for two weeks and more.</Trans>,
  },
  {
    needs: "stock:read",
    to: { to: "/admin/stock" },
    name: <Trans>Levels that do not add up</Trans>,
    count: drifts?.length,
    act: <Trans>Count the shelf, find out why, set the book right.</Trans>,
    none: <Trans>Every level is the sum of its movements and holds.</Trans>,
    fault: true,
  },
  {
    needs: "stock:read",
    to: { to: "/admin/stock" },
    name: <Trans>Goods set aside wrongly</Trans>,
    count: misallocations?.length,
    act: <Trans>Orders lack pieces or have too many: find out why, set it right.</Trans>,
    none: <Trans>What is set aside is what open orders need.</Trans>,
    fault: true,
  },
];

const jobsOf = (jobs: Known["imports"]): Pick<Waiting, "count" | "act" | "none" | "fault"> => ({
  count: jobs && jobs.running + jobs.failed,
  act: jobs && <JobsNote {...jobs} />,
  none: <Trans>None is under way, and none has failed in the last seven days.</Trans>,
  fault: jobs !== undefined && jobs.failed > 0,
});

const ofTheShop = ({ imports, bulk, lag, zeroResults }: Known): Waiting[] => [
  {
    needs: "catalog:import",
    to: { to: "/admin/imports" },
    name: <Trans>Imports</Trans>,
    ...jobsOf(imports),
  },
  {
    needs: "catalog:write",
    to: { to: "/admin/products/bulk" },
    name: <Trans>Changes of several products</Trans>,
    ...jobsOf(bulk),
  },
  {
    needs: "search:tune",
    to: { to: "/admin/search" },
    name: <Trans>Products with old lists</Trans>,
    count: lag && (lag.late ? lag.products : 0),
    act: <Trans>Shoppers see them as they were: the worker may have stopped.</Trans>,
    none: <Trans>Lists follow the shop.</Trans>,
    fault: true,
  },
  {
    needs: "search:tune",
    to: { to: "/admin/search" },
    name: <Trans>Searches that find nothing</Trans>,
    count: zeroResults?.length,
    act: <Trans>Say what people mean by them, or choose products.</Trans>,
    none: <Trans>Nothing was asked for in vain in the last 30 days.</Trans>,
  },
];
