import { Currency } from "@vitrina/domain/core";
import { parse } from "hono/utils/cookie";
import * as z from "zod";
import type { Context } from "#context.ts";

const Theme = z.enum(["system", "light", "dark"]).catch("system");

/** What a page may know of who looks at it: never a permission. */
export function visitorOf(context: Context, cookieHeader: string) {
  const cookies = parse(cookieHeader);
  return {
    currency: Currency.catch("RUB").parse(cookies["currency"]),
    theme: Theme.parse(cookies["theme"]),
    signedIn: context.principal !== null,
    /** The session may be renewed by the page's script; until then its shopper is a stranger. */
    resuming: context.sessionFault !== null,
    mayHaveCart: context.cartSecret !== null || context.principal !== null,
    staff: context.principal !== null && context.principal.role !== "customer",
  };
}
