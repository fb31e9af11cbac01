import type * as auth from "@vitrina/domain/auth";
import type * as cart from "@vitrina/domain/cart";
import type * as catalog from "@vitrina/domain/catalog";
import type * as core from "@vitrina/domain/core";
import type * as inventory from "@vitrina/domain/inventory";
import type * as orders from "@vitrina/domain/orders";
import type * as pricing from "@vitrina/domain/pricing";
import type * as promotions from "@vitrina/domain/promotions";
import type * as reviews from "@vitrina/domain/reviews";
import type * as search from "@vitrina/domain/search";
import type * as users from "@vitrina/domain/users";

type Rooms = typeof auth &
  typeof cart &
  typeof catalog &
  typeof core &
  typeof inventory &
  typeof orders &
  typeof pricing &
  typeof promotions &
  typeof reviews &
  Pick<typeof search, "MomentOutOfRange" | "RuleConflict" | "RuleLimitReached"> &
  typeof users;
type ErrorOf<Thing> = Thing extends new (details: never) => infer Instance
  ? Instance extends core.DomainError & { code: infer Code extends string; details: infer Details }
    ? string extends Code
      ? never
      : { code: Code; details: Details }
    : never
  : never;

/** Every refusal the shop can give, told apart by `code`. */
export type Refusal = { [Name in keyof Rooms]: ErrorOf<Rooms[Name]> }[keyof Rooms];
export type RefusalCode = Refusal["code"];
