import type { DataSubject } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { LinkInvalid, OpenOrders, SessionRevoked, StaffAccount } from "./auth.errors.ts";
import { openRoom, PASSWORD } from "./auth-room.fake.ts";
import { createErasureService } from "./erasure.service.ts";

const DAY = 86_400;

function openShop() {
  const room = openRoom();
  const open: { id: string; number: string }[] = [];
  const erased: string[] = [];
  const erasing = (name: string) => ({
    erase: async ({ email }: DataSubject) => void erased.push(`${name} of ${email}`),
  });
  const erasure = createErasureService({
    ...room,
    letterLinks: room.auth.letterLinks,
    sessions: room.auth,
    openOrders: async () => open,
    rooms: [
      erasing("orders"),
      {
        erase: async ({ id }) => {
          erased.push(`person ${id}`);
          room.users.all.splice(0, Number.POSITIVE_INFINITY);
        },
      },
    ],
  });
  return { ...room, erasure, open, erased };
}
const actions = ({ audit }: Pick<ReturnType<typeof openShop>, "audit">) => audit.entries.map(({ action }) => action);

test("an account ends 14 days after its owner asked: the sessions at once, the rest then", async () => {
  const shop = openShop();
  const anna = await shop.aShopper();

  const { eraseAt } = await shop.erasure.eraseAccount(anna);

  expect(eraseAt.getTime() - shop.clock().getTime()).toBe(14 * DAY * 1000);
  await expect(shop.auth.assertLive(anna)).rejects.toThrow(SessionRevoked);
  expect(shop.lettersOf("auth.erasure-asked")).toMatchObject([{ eraseAt: eraseAt.toISOString() }]);
  shop.clock.pass(14 * DAY - 1);
  expect(await shop.erasure.eraseDue()).toBe(false);
  shop.clock.pass(1);
  expect(await shop.erasure.eraseDue()).toBe(true);
  expect(await shop.erasure.eraseDue()).toBe(false);
  expect(shop.erased).toEqual(["orders of Anna@Example.com", `person ${anna.userId}`]);
  expect(actions(shop)).toEqual(["users.erasure-asked", "users.erased"]);
});

test("not while an order is open, and the orders are named", async () => {
  const shop = openShop();
  const anna = await shop.aShopper();
  shop.open.push({ id: "order", number: "100001" });

  await expect(shop.erasure.eraseAccount(anna)).rejects.toMatchObject({
    details: { orders: [{ id: "order", number: "100001" }] },
  });
  await expect(shop.erasure.eraseAccount(anna)).rejects.toThrow(OpenOrders);

  expect(await shop.auth.assertLive(anna)).toMatchObject({ userId: anna.userId });
});

test("an order that is open all the same when the day comes puts it off until it is not", async () => {
  const shop = openShop();
  await shop.erasure.eraseAccount(await shop.aShopper());
  shop.open.push({ id: "order", number: "100001" });
  shop.clock.pass(14 * DAY);

  expect([await shop.erasure.eraseDue(), await shop.erasure.eraseDue()]).toEqual([true, false]);
  shop.open.pop();
  shop.clock.pass(DAY);

  expect(shop.erased).toEqual([]);
  expect(await shop.erasure.eraseDue()).toBe(true);
  expect(shop.erased).toHaveLength(2);
});

test("signing in within the 14 days keeps the account, and a letter says so", async () => {
  const shop = openShop();
  const { userId } = await shop.aShopper();
  await shop.erasure.eraseAccount({ userId });

  await shop.signIn();
  shop.clock.pass(15 * DAY);

  expect(await shop.erasure.eraseDue()).toBe(false);
  expect(shop.person(userId).eraseAt).toBeNull();
  expect(shop.lettersOf("auth.erasure-undone")).toHaveLength(1);
  expect(actions(shop)).toContain("users.erasure-undone");
});

test("the link of the letter keeps the account once, and begins no session", async () => {
  const shop = openShop();
  const { userId } = await shop.aShopper();
  await shop.erasure.eraseAccount({ userId });
  const token = shop.linkIn("auth.erasure-asked");

  await shop.erasure.undoErasure(token);

  expect(shop.person(userId).eraseAt).toBeNull();
  expect(shop.sessions.all.every(({ revokedAt }) => revokedAt)).toBe(true);
  await expect(shop.erasure.undoErasure(token)).rejects.toThrow(LinkInvalid);
});

test("a link of an erasure that was called off undoes no later one", async () => {
  const shop = openShop();
  const { userId } = await shop.aShopper();
  await shop.erasure.eraseAccount({ userId });
  const former = shop.linkIn("auth.erasure-asked");
  await shop.signIn();
  await expect(shop.erasure.undoErasure(former)).rejects.toThrow(LinkInvalid);
  shop.clock.pass(1);
  await shop.erasure.eraseAccount({ userId });

  await expect(shop.erasure.undoErasure(former)).rejects.toThrow(LinkInvalid);

  expect(shop.person(userId).eraseAt).not.toBeNull();
});

test("a link for another purpose keeps no account, and this one is good for nothing else", async () => {
  const shop = openShop();
  const { userId } = await shop.aShopper();
  const reset = await shop.askReset();
  await shop.erasure.eraseAccount({ userId });
  const undo = shop.linkIn("auth.erasure-asked");

  await expect(shop.erasure.undoErasure(reset)).rejects.toThrow(LinkInvalid);
  await expect(shop.auth.resetPassword({ token: undo, password: PASSWORD })).rejects.toThrow(LinkInvalid);
});

test("whoever works in the shop gives up their role first, and keeps the account while they have one", async () => {
  const shop = openShop();
  const boss = await shop.aShopkeeper("boss@example.com", "admin");

  await expect(shop.erasure.eraseAccount(boss)).rejects.toThrow(StaffAccount);
  await shop.users.setEraseAt(boss.userId, shop.clock());

  expect(await shop.erasure.eraseDue()).toBe(false);
});

test("nobody erases who is gone", async () => {
  await expect(openShop().erasure.eraseAccount({ userId: "nobody" })).rejects.toThrow(SessionRevoked);
});
