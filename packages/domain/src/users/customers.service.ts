import { type Audit, cursorAt, NotFound, readPosition, type Transact } from "@vitrina/domain/core";
import { customerDetailsOf, customerOf, type RevealedField } from "./customer.ts";
import { QueryTooShort } from "./customers.errors.ts";
import type { CustomersReader } from "./customers.repository.ts";
import { phonesOf } from "./phone.ts";
import type { User } from "./user.ts";
import type { UsersRepository } from "./users.repository.ts";

export const CUSTOMERS_PER_PAGE = 25;
const SHORTEST_QUERY = 3;

/** What orders know of people. */
export interface Buyers {
  /** Who placed the order of that number, or had one sent to that phone number. */
  findBuyers(text: string): Promise<string[]>;
  /** The phone number of the latest delivery. */
  findPhone(userId: string): Promise<string | null>;
}

interface Dependencies {
  customers: CustomersReader;
  users: Pick<UsersRepository, "find">;
  buyers: Buyers;
  transact: Transact<{ audit: Audit }>;
}

export interface Reveal {
  id: string;
  field: RevealedField;
  reason: string;
}

/** Customers as staff see them (USER-09). */
export function createCustomersService({ customers, users, buyers, transact }: Dependencies) {
  async function getUser(id: string): Promise<User> {
    const user = await users.find(id);
    if (!user) throw new NotFound({ what: "user" });
    return user;
  }
  /** As they gave it themselves, or else that of the latest delivery. */
  const phoneOf = async ({ id, phone }: User) => phone ?? (await buyers.findPhone(id));

  return {
    namesOf: customers.namesOf,

    /** By name, beginning of the e-mail address, phone or order number. @throws QueryTooShort @throws InvalidCursor */
    async find({ q, cursor }: { q: string; cursor?: string | undefined }) {
      const text = q.trim();
      if ([...text].length < SHORTEST_QUERY) throw new QueryTooShort({ minimum: SHORTEST_QUERY });
      const after = readPosition(cursor);
      const ids = await buyers.findBuyers(text);
      const found = await customers.search({ text, phones: phonesOf(text), ids, after, limit: CUSTOMERS_PER_PAGE + 1 });
      const page = found.slice(0, CUSTOMERS_PER_PAGE);
      const last = page.at(-1);
      return {
        customers: page.map(customerOf),
        nextCursor: last && found.length > page.length ? cursorAt({ at: last.createdAt, id: last.id }) : null,
      };
    },

    /** @throws NotFound */
    async get(id: string) {
      const user = await getUser(id);
      return customerDetailsOf(user, await phoneOf(user));
    },

    /** Shows one field in full, and writes down who looked and why. @throws NotFound */
    reveal: (actorId: string, { id, field, reason }: Reveal): Promise<{ value: string | null }> =>
      transact(async ({ audit }) => {
        const user = await getUser(id);
        const value = field === "email" ? user.email : await phoneOf(user);
        await audit.record({
          action: "users.revealed",
          actor: { kind: "user", id: actorId },
          subject: { kind: "user", id },
          after: { field },
          reason,
        });
        return { value };
      }),
  };
}
export type CustomersService = ReturnType<typeof createCustomersService>;
