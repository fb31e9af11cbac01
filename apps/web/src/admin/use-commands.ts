import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import type { NavigateOptions } from "@tanstack/react-router";
import { useRoomNames } from "#admin/room-names.ts";
import { roomsOf } from "#admin/rooms.ts";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";

/** Rows of a group, so that each shows beside the others. */
const MOST = 5;

export interface Command {
  key: string;
  title: string;
  hint?: string;
  link: NavigateOptions;
}
export interface CommandGroup {
  name: string;
  commands: Command[];
}

/** What a text leads to: rooms and acts by any of their words, and what the lists of the rooms find, each by its right. */
export function useCommands(text: string): CommandGroup[] {
  const { t } = useLingui();
  const rights = useQuery(useApi().auth.staff.rights.queryOptions()).data ?? [];
  const found = useFound(text, rights);
  const names = useRoomNames();
  const wanted = text.toLowerCase();
  const fits = ({ title }: Command) => title.toLowerCase().includes(wanted);
  const rooms: Command[] = [
    { key: "to-do", title: t`To do`, link: { to: "/admin" } },
    ...roomsOf(rights).map(({ to }): Command => ({ key: to.slice(7), title: names[to], link: { to } })),
  ];
  const acts: (Command & { needs: (typeof rights)[number] })[] = [
    { key: "new-product", needs: "catalog:write", title: t`New product`, link: { to: "/admin/products/new" } },
    {
      key: "bulk-edits",
      needs: "catalog:write",
      title: t`Changes of several products`,
      link: { to: "/admin/products/bulk" },
    },
    {
      key: "new-group",
      needs: "groups:write",
      title: t`New group`,
      link: { to: "/admin/groups/$id", params: { id: "new" } },
    },
  ];
  return [
    { name: t`Rooms`, commands: rooms.filter(fits) },
    { name: t`Acts`, commands: acts.filter((act) => rights.includes(act.needs) && fits(act)) },
    ...found,
  ].filter(({ commands }) => commands.length > 0);
}

/** By the same calls as the lists; nobody is asked for less than a list takes. */
function useFound(text: string, rights: readonly string[]): CommandGroup[] {
  const { t } = useLingui();
  const localized = useLocalized();
  const { catalog, orders, users } = useApi();
  const kept = { placeholderData: keepPreviousData, retry: false } as const;
  const ask = (right: string, least: number) =>
    rights.includes(right) && text.length >= least ? { q: text } : skipToken;
  const products = useQuery({ ...catalog.products.list.queryOptions(ask("catalog:write", 2)), ...kept });
  const collections = useQuery({ ...catalog.collections.list.queryOptions(ask("catalog:write", 2)), ...kept });
  const placed = useQuery({ ...orders.admin.list.queryOptions(ask("orders:manage", 2)), ...kept });
  const customers = useQuery({ ...users.customers.find.queryOptions(ask("customers:read", 3)), ...kept });
  if (text.length < 2) return [];
  return [
    {
      name: t`Products`,
      commands: (products.data?.products ?? []).slice(0, MOST).map(({ id, name, sku }) => ({
        key: id,
        title: localized(name),
        ...(sku !== null && { hint: sku }),
        link: { to: "/admin/products/$id", params: { id } },
      })),
    },
    {
      name: t`Orders`,
      commands: (placed.data?.orders ?? []).slice(0, MOST).map(({ id, number, email }) => ({
        key: id,
        title: number,
        hint: email,
        link: { to: "/admin/orders/$id", params: { id } },
      })),
    },
    {
      name: t`Customers`,
      commands: (text.length < 3 ? [] : (customers.data?.customers ?? []))
        .slice(0, MOST)
        .map(({ id, name, maskedEmail }) => ({
          key: id,
          title: name,
          hint: maskedEmail,
          link: { to: "/admin/customers/$id", params: { id } },
        })),
    },
    {
      name: t`Collections`,
      commands: (collections.data?.rows ?? []).slice(0, MOST).map(({ id, name }) => ({
        key: id,
        title: localized(name),
        link: { to: "/admin/collections/$id", params: { id } },
      })),
    },
  ];
}
