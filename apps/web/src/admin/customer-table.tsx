import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useRoleName } from "#admin/role-name.ts";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import { formatDate } from "#core/format.ts";

const WIDE = "hidden sm:table-cell";

type Row = inferOutput<Api["users"]["customers"]["find"]>["customers"][number];

/** People found: on narrow screens address and date stand under the name, which opens the person's page. */
export function CustomerTable({ customers }: { customers: Row[] }) {
  const locale = useLocale();
  const roleName = useRoleName();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-labelledby="customers-caption">
      <table className="w-full sm:min-w-[36rem] border-collapse text-left">
        <caption id="customers-caption" className="sr-only">
          <Trans>People found, the newest first</Trans>
        </caption>
        <thead className="border-b border-edge text-muted">
          <tr>
            <th className="py-2 pr-4 font-normal">
              <Trans>Name of the person</Trans>
            </th>
            <th className={clsx(WIDE, "py-2 pr-4 font-normal")}>
              <Trans>E-mail</Trans>
            </th>
            <th className={clsx(WIDE, "py-2 pr-4 font-normal")}>
              <Trans>Since</Trans>
            </th>
            <th className="py-2 font-normal">
              <Trans>Role</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {customers.map(({ id, name, maskedEmail, createdAt, role, status }) => (
            <tr key={id} className="border-b border-line max-sm:align-baseline hover:bg-linen">
              <td className="pr-4">
                <Link
                  to="/admin/customers/$id"
                  params={{ id }}
                  className="inline-flex min-h-11 items-center font-medium text-spruce underline"
                >
                  {name}
                </Link>
                <p className="pb-2 text-muted sm:hidden">
                  {maskedEmail}
                  <br />
                  {formatDate(locale, createdAt)}
                </p>
              </td>
              <td className={clsx(WIDE, "pr-4")}>{maskedEmail}</td>
              <td className={clsx(WIDE, "pr-4 tabular-nums")}>{formatDate(locale, createdAt)}</td>
              <td>
                {roleName(role)}
                {status === "disabled" && (
                  <strong className="ml-2 text-rowan">
                    <Trans>closed</Trans>
                  </strong>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
