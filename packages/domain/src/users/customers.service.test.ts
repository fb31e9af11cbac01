import { InvalidCursor, NotFound } from "@vitrina/domain/core";
import { fakeAudit } from "@vitrina/domain/core/testing";
import { expect, test } from "vitest";
import { QueryTooShort } from "./customers.errors.ts";
import type { CustomerSearch } from "./customers.repository.ts";
import { createCustomersService } from "./customers.service.ts";
import { aUser, fakeUsers } from "./testing.ts";
import type { User } from "./user.ts";

const anna = aUser({ emailVerifiedAt: new Date("2026-01-01T10:00:00Z") });
const idOf = (place: number) => `0196b8c0-0000-7000-8000-${String(place).padStart(12, "0")}`;
const people = (count: number): User[] =>
  Array.from({ length: count }, (_, place) => aUser({ id: idOf(place), email: `${place}@example.com` }));

function openShop(found: User[] = [anna], phone: string | null = "+79123456789") {
  const audit = fakeAudit();
  const asked: CustomerSearch[] = [];
  const customers = {
    async search(search: CustomerSearch) {
      asked.push(search);
      return found.slice(0, search.limit);
    },
    namesOf: async (ids: readonly string[]) => new Map(ids.map((id) => [id, anna.name])),
  };
  const buyers = {
    findBuyers: async (text: string) => (text === "100001" ? [anna.id] : []),
    findPhone: async (id: string) => (id === anna.id ? phone : null),
  };
  const users = fakeUsers(...found);
  return { audit, asked, ...createCustomersService({ customers, users, buyers, transact: (work) => work({ audit }) }) };
}

test("a customer is found by what was typed, with the address masked", async () => {
  const { find, asked } = openShop();

  expect(await find({ q: "  100001 " })).toEqual({
    customers: [
      {
        id: anna.id,
        name: "Анна",
        maskedEmail: "a***@example.com",
        role: "customer",
        status: "active",
        createdAt: "2026-01-01T09:00:00.000Z",
      },
    ],
    nextCursor: null,
  });
  expect(asked).toEqual([{ text: "100001", phones: [], ids: [anna.id], after: null, limit: 26 }]);
});

test.each([
  ["+7 (912) 345-67-89", ["+79123456789"]],
  ["7.912.345.67.89", ["+79123456789"]],
  ["8 912 345 67 89", ["+89123456789", "+79123456789"]],
  ["8123456", ["+8123456"]],
  ["912345", []],
  ["+7912345678901234", []],
  ["call 9123456789", []],
])("%j is asked for as the phone numbers %j", async (q, phones) => {
  const { find, asked } = openShop();

  await find({ q });

  expect(asked).toMatchObject([{ phones }]);
});

test("fewer than three letters would list the shop's customers; a letter is one however it is written", async () => {
  const { find } = openShop();

  await expect(find({ q: " ab  " })).rejects.toThrow(new QueryTooShort({ minimum: 3 }));
  await expect(find({ q: "😀😀" })).rejects.toThrow(QueryTooShort);
  expect((await find({ q: "Анн" })).customers).toHaveLength(1);
});

test("nobody found is an empty page", async () => {
  expect(await openShop([]).find({ q: "nobody" })).toEqual({ customers: [], nextCursor: null });
});

test("a page holds 25, and the next one goes on after its last", async () => {
  const { find, asked } = openShop(people(26));

  const { customers, nextCursor } = await find({ q: "example" });
  await find({ q: "example", cursor: nextCursor ?? undefined });

  expect(customers).toHaveLength(25);
  expect(asked[1]).toMatchObject({ after: { at: new Date("2026-01-01T09:00:00Z"), id: idOf(24) } });
  expect((await openShop(people(25)).find({ q: "example" })).nextCursor).toBeNull();
});

test.each([
  "",
  "nothing",
  idOf(1),
  `2026-13-01T09:00:00.000Z_${idOf(1)}`,
  `2026-01-01T09:00:00Z_${idOf(1)}`,
  `x2026-01-01T09:00:00.000Z_${idOf(1)}`,
  `2026-01-01T09:00:00.000Z_${idOf(1)}0`,
])("the cursor %j is refused", async (cursor) => {
  await expect(openShop().find({ q: "anna", cursor })).rejects.toThrow(InvalidCursor);
});

test("a customer's page masks address and phone", async () => {
  expect(await openShop().get(anna.id)).toMatchObject({
    emailVerified: true,
    locale: "ru",
    maskedEmail: "a***@example.com",
    maskedPhone: "+7***89",
  });
  expect(await openShop([aUser({ phone: "+491511234567" })]).get(anna.id)).toMatchObject({ maskedPhone: "+4***67" });
  expect(await openShop([aUser()], null).get(anna.id)).toMatchObject({ emailVerified: false, maskedPhone: null });
  await expect(openShop().get("nobody")).rejects.toThrow(new NotFound({ what: "user" }));
});

test("a look at a full address or phone is written down, with who looked and why", async () => {
  const { reveal, audit } = openShop();

  expect(await reveal("clerk", { id: anna.id, field: "email", reason: "A returned letter" })).toEqual({
    value: "anna@example.com",
  });
  expect(await reveal("clerk", { id: anna.id, field: "phone", reason: "A courier asks" })).toEqual({
    value: "+79123456789",
  });

  expect(audit.entries).toEqual([
    {
      action: "users.revealed",
      actor: { kind: "user", id: "clerk" },
      subject: { kind: "user", id: anna.id },
      after: { field: "email" },
      reason: "A returned letter",
    },
    expect.objectContaining({ after: { field: "phone" }, reason: "A courier asks" }),
  ]);
});

test("a look at nobody is refused and not written down", async () => {
  const { reveal, audit } = openShop();

  await expect(reveal("clerk", { id: "nobody", field: "email", reason: "Why not" })).rejects.toThrow(
    new NotFound({ what: "user" }),
  );
  expect(audit.entries).toEqual([]);
});
