import { type DataSubject, NotFound } from "@vitrina/domain/core";
import { fakeAudit } from "@vitrina/domain/core/testing";
import { aUser, fakeUsers } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";
import { createClaimService } from "./claim.service.ts";
import { BuyerUnverified } from "./orders.errors.ts";
import { anOrder } from "./testing.ts";

const verified = aUser({ emailVerifiedAt: new Date("2026-01-01T09:00:00Z") });

function openShop(user = verified, claimable = ["one", "two"], owned: string[] = []) {
  const users = fakeUsers(user);
  const audit = fakeAudit();
  const asked: DataSubject[] = [];
  const orders = {
    listClaimable: async (person: DataSubject) => (asked.push(person), []),
    async claim(_: DataSubject, ids: readonly string[]) {
      const taken = claimable.filter((id) => ids.includes(id));
      claimable = claimable.filter((id) => !ids.includes(id));
      owned.push(...taken);
      return taken;
    },
    find: async (key: object) => ("id" in key && owned.includes(String(key.id)) ? anOrder() : null),
  };
  const service = createClaimService({ users, orders, transact: (work) => work({ users, orders, audit }) });
  return { service, audit, asked, users };
}

test("the owner of a confirmed address takes what was ordered with it, and the trail says so", async () => {
  const { service, audit } = openShop();

  await service.claim(verified.id, ["one", "two"]);

  expect(audit.entries.map(({ action, subject }) => [action, subject.id])).toEqual([
    ["orders.claimed", "one"],
    ["orders.claimed", "two"],
  ]);
});

test("taking them twice is taking them once", async () => {
  const { service, audit } = openShop();

  await service.claim(verified.id, ["one"]);
  await service.claim(verified.id, ["one"]);

  expect(audit.entries).toHaveLength(1);
});

test("an order of somebody else is not found", async () => {
  const { service } = openShop();

  await expect(service.claim(verified.id, ["one", "theirs"])).rejects.toThrow(NotFound);
});

test("whoever has not confirmed the address takes nothing (T-09)", async () => {
  const { service } = openShop(aUser());

  await expect(service.claim(verified.id, ["one"])).rejects.toThrow(BuyerUnverified);
});

test("what is offered depends on the address the person has, and nobody who is gone is offered anything", async () => {
  const { service, asked, users } = openShop();
  await service.listClaimable(verified.id);
  users.all.length = 0;

  expect(asked).toMatchObject([{ emailCanonical: "anna@example.com", emailVerified: true }]);
  expect(await service.listClaimable(verified.id)).toEqual([]);
  await expect(service.claim(verified.id, ["one"])).rejects.toThrow(NotFound);
});
