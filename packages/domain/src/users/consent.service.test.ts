import { NotFound, type ShopEvent } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { fakeConsents, fakeUnsubscribeTokens } from "./consent.fake.ts";
import type { ConsentChange } from "./consent.ts";
import { createConsentService } from "./consent.service.ts";
import { aUser, fakeUsers } from "./testing.ts";
import { UnsubscribeLinkInvalid } from "./users.errors.ts";

const anna = aUser({ emailVerifiedAt: new Date("2026-01-01T10:00:00Z") });
const newsletter = { purpose: "newsletter", channel: "email" } as const;
const yes: ConsentChange = { ...newsletter, granted: true, textVersion: "2026-11" };
const no: ConsentChange = { ...yes, granted: false };

function openShop(person = anna) {
  const users = fakeUsers(person);
  const consents = fakeConsents();
  const events: ShopEvent[] = [];
  const outbox = { publish: async (event: ShopEvent) => void events.push(event) };
  const service = createConsentService({
    users,
    consents,
    tokens: fakeUnsubscribeTokens,
    transact: (work) => work({ users, consents, outbox }),
    clock: () => new Date("2026-03-01T09:00:00Z"),
  });
  return { service, consents, events, people: users.all };
}

test("somebody who never said anything is not written to", async () => {
  const states = await openShop().service.list(anna.id);

  expect(states.map(({ purpose, granted, at }) => [purpose, granted, at])).toEqual([
    ["newsletter", false, null],
    ["recommendations", false, null],
    ["review-requests", false, null],
  ]);
});

test("a consent is kept with its words, time and place, and holds until it is withdrawn", async () => {
  const { service, consents } = openShop();

  const [given] = await service.change(anna.id, yes, "account");
  const [withdrawn] = await service.change(anna.id, no, "account");

  expect(given).toEqual({
    ...newsletter,
    granted: true,
    textVersion: "2026-11",
    source: "account",
    at: "2026-03-01T09:00:00.000Z",
  });
  expect(withdrawn).toMatchObject({ granted: false });
  expect(consents.all.map(({ granted }) => granted)).toEqual([true, false]);
});

test("the same said twice is one row, and a no without a yes before is none", async () => {
  const { service, consents } = openShop();

  await service.change(anna.id, no, "account");
  await service.change(anna.id, yes, "account");
  await service.change(anna.id, yes, "checkout");
  await service.change(anna.id, no, "account");
  await service.change(anna.id, no, "account");

  expect(consents.all.map(({ granted }) => granted)).toEqual([true, false]);
});

test("a consent to newer words is a row of its own, without a second letter", async () => {
  const { service, consents, events } = openShop();
  await consents.append({
    ...yes,
    textVersion: "2025-01" as "2026-11",
    userId: anna.id,
    source: "account",
    at: new Date(0),
  });

  await service.change(anna.id, yes, "account");

  expect(consents.all.map(({ textVersion }) => textVersion)).toEqual(["2025-01", "2026-11"]);
  expect(events).toEqual([]);
});

test("whoever subscribes gets a letter with the way out, but for an address nobody has confirmed", async () => {
  const known = openShop();
  const stranger = openShop(aUser());

  await known.service.change(anna.id, yes, "account");
  await stranger.service.change(anna.id, yes, "account");

  expect(known.events).toMatchObject([{ topic: "users.subscribed", email: anna.email, purpose: "newsletter" }]);
  expect(stranger.events).toEqual([]);
});

test("the link of a letter tells what it stops and stops it, as often as it is used", async () => {
  const { service, consents } = openShop();
  await service.change(anna.id, yes, "sign-up");
  const token = service.tokenOf({ ...newsletter, userId: anna.id });

  expect(await service.lookAtUnsubscribe(token)).toEqual({ ...newsletter, granted: true, email: "a***@example.com" });
  await service.unsubscribe(token);
  await service.unsubscribe(token);

  expect(await service.lookAtUnsubscribe(token)).toMatchObject({ granted: false });
  expect(consents.all.map(({ granted, source }) => [granted, source])).toEqual([
    [true, "sign-up"],
    [false, "unsubscribe-link"],
  ]);
});

test("a made-up link and one of somebody who is gone are refused alike", async () => {
  const { service, people } = openShop();
  const token = service.tokenOf({ ...newsletter, userId: anna.id });
  people.length = 0;

  for (const bad of ["made up", token]) {
    await expect(service.lookAtUnsubscribe(bad)).rejects.toThrow(UnsubscribeLinkInvalid);
    await expect(service.unsubscribe(bad)).rejects.toThrow(UnsubscribeLinkInvalid);
  }
  await expect(service.change(anna.id, yes, "account")).rejects.toThrow(NotFound);
});
