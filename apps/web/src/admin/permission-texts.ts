import { useLingui } from "@lingui/react/macro";
import type { GrantablePermission } from "@vitrina/api-contract";

type Section<Permission> = Permission extends `${infer Name}:${string}` ? Name : never;
export type PermissionSection = Section<GrantablePermission>;

/** What each permission allows, in plain words; one without words does not compile. */
export function usePermissionTexts(): Record<GrantablePermission, string> {
  const { t } = useLingui();
  return {
    "audit:read": t`Read who did what in the back office`,
    "catalog:write": t`Keep the catalogue: products, categories, collections`,
    "catalog:import": t`Import products, with their prices and stock, and export them`,
    "search:tune": t`Tune the search: synonyms, products put first or last`,
    "customers:read": t`Find customers and see their orders, with e-mail and phone hidden`,
    "customers:reveal": t`Look at a customer's e-mail or phone, giving a reason`,
    "customers:note": t`Write notes about customers`,
    "customers:disable": t`Close customers' accounts and open them again`,
    "groups:read": t`See groups of customers and who is in them`,
    "groups:write": t`Make groups, decide their rules, and put customers in or take them out`,
    "prices:read": t`See prices, price lists and the shop as of a moment`,
    "prices:write": t`Set and plan prices, price lists and exchange rates`,
    "customers:recover": t`Remove the second factor of a customer who lost phone and recovery codes`,
    "orders:manage": t`See every order and move it on`,
    "orders:address": t`See whom orders go to: name, address, phone and e-mail`,
    "roles:manage": t`Make roles and decide what they allow`,
    "stock:read": t`See what lies where, what moved it and what is held`,
    "stock:write": t`Receive, correct, count and transfer goods, and arrange the places`,
    "staff:manage": t`See who works here, invite people and give them roles`,
  };
}

/** What the permissions before the colon are about. */
export function useSectionTexts(): Record<PermissionSection, string> {
  const { t } = useLingui();
  return {
    audit: t`Audit`,
    catalog: t`Catalogue`,
    customers: t`Customers`,
    groups: t`Groups of customers`,
    orders: t`Orders`,
    prices: t`Prices`,
    roles: t`Roles`,
    search: t`Search`,
    stock: t`Stock`,
    staff: t`People who work here`,
  };
}

/** The permissions by section, in the order given. */
export function bySection(permissions: readonly GrantablePermission[]): [PermissionSection, GrantablePermission[]][] {
  const sections = new Map<PermissionSection, GrantablePermission[]>();
  for (const permission of permissions) {
    const section = permission.slice(0, permission.indexOf(":")) as PermissionSection;
    sections.set(section, [...(sections.get(section) ?? []), permission]);
  }
  return [...sections];
}
