import { aUser } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";
import { at } from "./auth.fake.ts";
import { aLink } from "./link.fake.ts";
import { allowance, isBoundTo, isMadeUnder, linkExpiry, type LinkPurpose, LinkToken, replacesOlder } from "./link.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

test.each([
  ["verify", DAY],
  ["reset", HOUR / 2],
  ["change-email", DAY],
  ["undo-email", 7 * DAY],
  ["invite", 72 * HOUR],
  ["undo-erasure", 14 * DAY],
  ["export", 7 * DAY],
] satisfies [LinkPurpose, number][])("a link to %s works for %i seconds", (purpose, seconds) => {
  expect(linkExpiry(purpose, at(0))).toEqual(at(seconds));
});

test("a newer link ends the older ones, except where several ways lead back to something", () => {
  expect((["verify", "reset", "change-email", "invite", "undo-erasure"] as const).every(replacesOlder)).toBe(true);
  expect((["undo-email", "export"] as const).some(replacesOlder)).toBe(false);
});

test.each([
  ["verify", 5, DAY],
  ["reset", 3, HOUR],
  ["change-email", 5, DAY],
] as const)("letters to %s: %i within %i seconds", (purpose, letters, seconds) => {
  expect(allowance(purpose, at(0))).toEqual({ letters, since: at(-seconds) });
});

test("a link serves the person it was made for, under the rights and the address they had then", () => {
  const anna = aUser();
  const link = aLink({ userId: anna.id });

  expect(isBoundTo(link, anna)).toBe(true);
  expect(isBoundTo(link, { ...anna, id: "somebody else" })).toBe(false);
  expect(isBoundTo(link, { ...anna, av: 2 })).toBe(false);
  expect(isBoundTo(link, { ...anna, emailCanonical: "new@example.com" })).toBe(false);
  expect(isMadeUnder(link, { ...anna, av: 2 })).toBe(false);
});

test("a token is 1 to 64 characters long", () => {
  expect(LinkToken.safeParse("a".repeat(64)).success).toBe(true);
  expect(LinkToken.safeParse("a".repeat(65)).success).toBe(false);
  expect(LinkToken.safeParse("").success).toBe(false);
});
