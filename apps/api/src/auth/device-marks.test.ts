import { expect, test } from "vitest";
import { createDeviceMarks } from "#auth/device-marks.ts";

const marks = createDeviceMarks("a secret of the tests, long enough");
const now = new Date("2026-01-01T09:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const account = "anna@example.com";

test("a device is known for a year by the account it signed in to, however the address was typed", () => {
  const { mark, expiresAt } = marks.issue("Anna@Example.com", now);

  expect(marks.read(mark, { account, now })).toMatch(/^[\w-]{22}$/);
  expect(marks.read(mark, { account, now: later(364.9) })).not.toBeNull();
  expect(marks.read(mark, { account, now: later(365) })).toBeNull();
  expect(expiresAt).toEqual(later(365));
});

test("two sign-ins are two devices", () => {
  const [one, other] = [marks.issue(account, now), marks.issue(account, now)];

  expect(marks.read(one.mark, { account, now })).not.toBe(marks.read(other.mark, { account, now }));
});

test("a mark of another account, of another shop or changed is none", () => {
  const { mark } = marks.issue(account, now);
  const [device, end, mac = ""] = mark.split(".");
  const foreign = createDeviceMarks("another secret of the tests, long enough").issue(account, now);

  expect(marks.read(mark, { account: "boris@example.com", now })).toBeNull();
  for (const forged of [
    foreign.mark,
    "",
    "x",
    `${device}.${end}.`,
    `${device}.${Number(end) + 1}.${mac}`,
    `${"A".repeat(22)}.${end}.${mac}`,
    `${mark}.${mac}`,
    `${device}.${end}.${"A".repeat(43)}`,
  ])
    expect(marks.read(forged, { account, now }), forged).toBeNull();
});
