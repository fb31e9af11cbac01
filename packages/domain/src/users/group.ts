import { Currency, Id, Instant, MinorUnits, Version } from "@vitrina/domain/core";
import * as z from "zod";
import { Customer } from "./customer.ts";
import { Country } from "./postal-address.ts";

/** What the shop's people call a group among themselves and in programs: lower case, digits and hyphens. */
export const GroupCode = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const Name = z.string().trim().min(1).max(80);
export const GroupName = z.strictObject({ ru: Name, en: Name });

/** How far back purchases count, in days before now; null: ever. */
const WithinDays = z.int().min(1).max(3650).nullable();

/** What a rule may ask of a customer. Orders count from placing on, unless they are cancelled. */
export const GroupCondition = z.discriminatedUnion("fact", [
  z.strictObject({
    fact: z.literal("orders"),
    atLeast: z.int().min(1).max(10_000),
    withinDays: WithinDays,
  }),
  /** Totals of orders in this currency, delivery included. */
  z.strictObject({
    fact: z.literal("spent"),
    atLeast: MinorUnits.min(1),
    currency: Currency,
    withinDays: WithinDays,
  }),
  /** Registered at this instant or later. */
  z.strictObject({ fact: z.literal("registered"), since: Instant }),
  /** The default address for deliveries is in one of these. */
  z.strictObject({ fact: z.literal("country"), countries: z.array(Country).min(1).max(Country.options.length) }),
  /** The e-mail address is verified. */
  z.strictObject({ fact: z.literal("verified") }),
]);
export type GroupCondition = z.infer<typeof GroupCondition>;

/** All of the conditions must hold. */
export const GroupRule = z.array(GroupCondition).min(1).max(10);
export type GroupRule = z.infer<typeof GroupRule>;

/** Customers who are treated alike (USER-13): put in by hand, or by a rule. */
export const CustomerGroup = z.object({
  id: Id,
  code: GroupCode,
  name: GroupName,
  /** Null: members are added by hand. Whether there is one never changes. */
  rule: GroupRule.nullable(),
  version: Version,
});
export type CustomerGroup = z.infer<typeof CustomerGroup>;

export const GroupDraft = CustomerGroup.pick({ code: true, name: true, rule: true }).strict();
export type GroupDraft = z.infer<typeof GroupDraft>;

/** A group with the number of people who are in it now. */
export const CountedGroup = CustomerGroup.extend({ members: z.int() });
export type CountedGroup = z.infer<typeof CountedGroup>;

/** How long somebody is in a group: from `from` on, and no longer at `until`; null is without end. */
export const MembershipPeriod = z.object({ from: Instant, until: Instant.nullable() });

/** Somebody in a group, now or later. */
export const GroupMember = MembershipPeriod.extend({ id: Id, customer: Customer });
export type GroupMember = z.infer<typeof GroupMember>;

/** A group that somebody is in, now or later. */
export const GroupOfCustomer = MembershipPeriod.extend({
  id: Id,
  group: CustomerGroup.pick({ id: true, code: true, name: true }).extend({ byRule: z.boolean() }),
});
export type GroupOfCustomer = z.infer<typeof GroupOfCustomer>;

/** Most of them that are shown. */
export const MOST_OF_CUSTOMER = 1000;

/** What refers to a group and would lose its meaning with it. */
export const GroupUse = z.object({
  kind: z.enum(["promotion", "price-list"]),
  id: Id,
  name: z.record(z.string(), z.string()),
});
export type GroupUse = z.infer<typeof GroupUse>;

/** Whether the mere passing of time can take people out of the group. */
export const dependsOnTime = (rule: GroupRule): boolean =>
  rule.some((condition) => "withinDays" in condition && condition.withinDays !== null);
