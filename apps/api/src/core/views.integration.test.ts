import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testShop } from "#testing.ts";

const shop = testShop();
const draft = (shared = false) =>
  ({ list: "orders", name: `To pack ${randomUUID()}`, shared, search: { q: "7" } }) as const;

test("a view is its owner's own until it is shared, and only its owner changes or removes it", async () => {
  const [anna, boris] = [await shop.signedIn("staff"), await shop.signedIn("staff")];
  const mine = draft();
  const [view] = (await anna.core.views.add(mine)).filter(({ name }) => name === mine.name);
  const seenByBoris = async () => (await boris.core.views.list({ list: "orders" })).filter(({ id }) => id === view?.id);
  expect(view).toMatchObject({ own: true, shared: false, search: { q: "7" }, version: 1 });
  expect(await seenByBoris()).toEqual([]);

  const { list, name, search } = mine;
  const named = { list, id: view?.id ?? "" };
  await anna.core.views.change({ ...named, version: 1, name, search, shared: true });
  expect(await seenByBoris()).toMatchObject([{ own: false, shared: true, version: 2 }]);
  const theirs = boris.core.views.change({ ...named, version: 2, name: "Mine", search, shared: true });
  await expect(theirs).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(boris.core.views.remove({ ...named, version: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });

  await expect(anna.core.views.remove({ ...named, version: 1 })).rejects.toMatchObject({
    message: "core.stale-version",
  });
  await anna.core.views.remove({ ...named, version: 2 });
  expect(await seenByBoris()).toEqual([]);
  const { events } = await (await shop.signedIn("admin")).core.audit.list({ subjectId: named.id });
  expect(events.map(({ action }) => action)).toEqual(["core.view-removed", "core.view-changed", "core.view-saved"]);
});

test("views of a list are for those who may see the list", async () => {
  const clerk = await shop.signedIn(["stock:read"]);
  await (await shop.signedIn("staff")).core.views.add({ ...draft(true), list: "products" });
  expect(await clerk.core.views.list({ list: "products" })).toEqual([]);
  await expect(clerk.core.views.add({ ...draft(true), list: "products" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await clerk.core.views.list({ list: "stock" })).toEqual([]);
});

test("there are thirty views of a list, and not one more", async () => {
  const clerk = await shop.signedIn("staff");
  for (let count = 0; count < 30; count++) await clerk.core.views.add(draft());
  await expect(clerk.core.views.add(draft())).rejects.toMatchObject({ message: "core.view-limit-reached" });
});

test("of tabs that save at once only one takes the last place", async () => {
  const clerk = await shop.signedIn("staff");
  for (let count = 0; count < 29; count++) await clerk.core.views.add(draft());
  const saved = await Promise.allSettled(Array.from({ length: 4 }, () => clerk.core.views.add(draft())));
  expect(saved.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await clerk.core.views.list({ list: "orders" })).toHaveLength(30);
});

test("who is erased leaves no views, and no view of somebody else names them", async () => {
  const { principal, email } = await shop.member("customer");
  const clerk = await shop.signedIn("staff");
  const views = await clerk.core.views.add({ list: "customers", name: "Her", shared: true, search: { q: email } });
  expect(views).toHaveLength(1);
  const { corePersonalData } = await import("@vitrina/db/core");
  await corePersonalData(shop.database.db).erase({
    id: principal.userId,
    email,
    emailCanonical: email,
    emailVerified: true,
  });
  expect(await clerk.core.views.list({ list: "customers" })).toEqual([]);
});
