import type { Evaluation, GroupCondition } from "@vitrina/domain/users";
import type { ExpressionBuilder, Kysely } from "kysely";
import type { UsersTables } from "./users.tables.ts";

type Asked = Omit<Evaluation, "groupId">;
type Person = ExpressionBuilder<UsersTables & { person: UsersTables["users.user"] }, "person">;
type Purchases = Extract<GroupCondition, { fact: "orders" | "spent" }>;

const DAY = 86_400_000;

/** Customers who fulfil all conditions of a rule, of `people` or of all. */
export function fulfilling(db: Pick<Kysely<UsersTables>, "selectFrom">, { rule, people, now }: Asked) {
  let customers = db.selectFrom("users.user as person").where("person.role", "=", "customer");
  if (people) customers = customers.where((eb) => eb("person.id", "=", eb.fn.any(eb.val(people))));
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

/** A set, not a question about each person: over the whole shop it is one pass; of some people it reads theirs alone. */
function buyersOf(eb: Person, { withinDays }: Purchases, { people, now }: Omit<Asked, "rule">) {
  let purchases = eb.selectFrom("users.purchase as purchase").select("purchase.userId").groupBy("purchase.userId");
  if (people) purchases = purchases.where((each) => each("purchase.userId", "=", each.fn.any(each.val(people))));
  if (withinDays !== null)
    purchases = purchases.where("purchase.placedAt", ">", new Date(now.getTime() - withinDays * DAY));
  return purchases;
}
