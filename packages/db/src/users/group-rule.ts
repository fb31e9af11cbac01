import type { Evaluation, GroupCondition } from "@vitrina/domain/users";
import type { ExpressionBuilder, Kysely } from "kysely";
import type { UsersTables } from "./users.tables.ts";

/** What is asked of whom, and when. */
export type Asked = Pick<Evaluation, "rule" | "now"> & { people: readonly string[] };
type Person = ExpressionBuilder<UsersTables & { person: UsersTables["users.user"] }, "person">;
type Purchases = Extract<GroupCondition, { fact: "orders" | "spent" }>;

const DAY = 86_400_000;

/** Those of the people who are customers and fulfil all conditions of a rule. */
export function fulfilling(db: Pick<Kysely<UsersTables>, "selectFrom">, { rule, people, now }: Asked) {
  let customers = db
    .selectFrom("users.user as person")
    .where("person.role", "=", "customer")
    .where((eb) => eb("person.id", "=", eb.fn.any(eb.val(people))));
  for (const condition of rule) customers = customers.where((eb) => fulfils(eb, condition, { people, now }));
  return customers;
}

function fulfils(eb: Person, condition: GroupCondition, asked: Omit<Asked, "rule">) {
  switch (condition.fact) {
    case "orders": {
      const buyers = buyersOf(eb, condition, asked).having(({ fn }) => fn.countAll(), ">=", condition.atLeast);
      return eb("person.id", "in", buyers);
    }
    case "spent": {
      const buyers = buyersOf(eb, condition, asked)
        .where("purchase.currency", "=", condition.currency)
        .having(({ fn }) => fn.sum("purchase.amount"), ">=", condition.atLeast);
      return eb("person.id", "in", buyers);
    }
    case "registered":
      return eb("person.createdAt", ">=", new Date(condition.since));
    case "country": {
      const residents = eb
        .selectFrom("users.addressBook as book")
        .innerJoin("users.address as address", "address.id", "book.shippingId")
        .select("book.userId")
        .where("address.country", "in", condition.countries);
      return eb("person.id", "in", residents);
    }
    case "verified":
      return eb("person.emailVerifiedAt", "is not", null);
  }
}

/** One pass over the purchases of all the people, not a question about each of them. */
function buyersOf(eb: Person, { withinDays }: Purchases, { people, now }: Omit<Asked, "rule">) {
  let purchases = eb
    .selectFrom("users.purchase as purchase")
    .select("purchase.userId")
    .where((each) => each("purchase.userId", "=", each.fn.any(each.val(people))))
    .groupBy("purchase.userId");
  if (withinDays !== null)
    purchases = purchases.where("purchase.placedAt", ">", new Date(now.getTime() - withinDays * DAY));
  return purchases;
}
