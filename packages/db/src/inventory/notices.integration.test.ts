import { createHash, randomUUID, randomUUIDv7 } from "node:crypto";
import type { NoticeDraft } from "@vitrina/domain/inventory";
import { expect, test } from "vitest";
import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { inventoryPersonalData } from "./personal-data.ts";
import { createNoticesRepository } from "./notices.repository.ts";
import { inventoryOn, onShelf } from "./testing.ts";

const database = testDatabase();
const notices = () => createNoticesRepository(database.db);
const NOW = new Date("2026-11-29T10:00:00Z");
const digest = (text: string) => createHash("sha256").update(text).digest();
const BY = { actor: "test", reference: null };
const arrive = (variantId: string, quantity = 1) => inventoryOn(database.db).receive([{ variantId, quantity }], BY);

function aNotice(variantId: string, changed: Partial<NoticeDraft> = {}): NoticeDraft {
  const email = changed.email ?? `${randomUUID()}@vitrina.example`;
  const emailCanonical = email.toLowerCase();
  return {
    id: randomUUIDv7(),
    variantId,
    userId: null,
    email,
    emailCanonical,
    stopHash: digest(emailCanonical),
    locale: "ru",
    textVersion: "2026-11",
    askedAt: NOW,
    confirmedAt: NOW,
    confirmHash: null,
    expiresAt: new Date("2027-11-29T10:00:00Z"),
    ...changed,
  };
}
const unconfirmed = (token: string) => ({ confirmedAt: null, confirmHash: digest(token) });
/** Of these variants, whoever is told when the whole shop is looked through. */
async function told(repository = notices()) {
  const all = [];
  let after: string | null = null;
  do {
    const { due, last }: Awaited<ReturnType<typeof repository.takeDue>> = await repository.takeDue(after, 1_000, NOW);
    all.push(...due);
    after = last;
  } while (after !== null);
  return all;
}

test("whoever waits is told once when goods come in, whoever wrote the movement, and nobody before", async () => {
  const variantId = await onShelf(database.db, { onHand: 0 });
  const [anna, boris] = [aNotice(variantId), aNotice(variantId, unconfirmed("boris"))];
  await notices().keep(anna);
  await notices().keep(boris);
  expect(await told()).toEqual([]);

  await database.pool.query(`select inventory.move($1, 'imported', null, 'import')`, [
    JSON.stringify([{ variantId, locationId: "00000000-0000-7000-8000-000000000001", onHand: 3 }]),
  ]);

  const { id, email, emailCanonical, locale } = anna;
  expect(await told()).toEqual([{ id, variantId, email, emailCanonical, locale }]);
  expect(await told()).toEqual([]);
});

test("goods that are all held by checkouts or kept back are not back", async () => {
  const variantId = await onShelf(database.db, { onHand: 2 });
  const inventory = inventoryOn(database.db);
  const holder = randomUUID();
  await inventory.hold(holder, [{ variantId, quantity: 2 }], { until: new Date("2126-01-01T00:00:00Z"), now: NOW });
  await notices().keep(aNotice(variantId));
  expect(await told()).toEqual([]);

  await inventory.release(holder);
  expect(await told()).toHaveLength(1);
});

test("an unpublished product tells nobody", async () => {
  const variantId = await onShelf(database.db, { onHand: 0, status: "draft" });
  await notices().keep(aNotice(variantId));
  await arrive(variantId);
  expect(await told()).toEqual([]);
});

test("eight workers at once tell two hundred people once each", async () => {
  const variants = await Promise.all(Array.from({ length: 4 }, () => onShelf(database.db, { onHand: 0 })));
  const drafts = variants.flatMap((variantId) => Array.from({ length: 50 }, () => aNotice(variantId)));
  for (const draft of drafts) await notices().keep(draft);
  await Promise.all(variants.map((variantId) => arrive(variantId)));

  const transact = createTransact(database.db, (transaction) => createNoticesRepository(transaction, { part: 3 }));
  const takes = await Promise.all(
    Array.from({ length: 8 }, () => transact((repository) => repository.takeDue(null, 40, NOW))),
  );
  const rest = await told(createNoticesRepository(database.db, { part: 3 }));

  const ids = [...takes.flatMap(({ due }) => due), ...rest].map(({ id }) => id);
  expect(ids).toHaveLength(200);
  expect(new Set(ids)).toEqual(new Set(drafts.map(({ id }) => id)));
});

test("one who asks twice at once waits once, and a newer letter ends an older one", async () => {
  const variantId = await onShelf(database.db, { onHand: 0 });
  const email = `${randomUUID()}@vitrina.example`;
  const older = aNotice(variantId, { email, ...unconfirmed(`older${email}`), id: randomUUIDv7().replace(/^./, "0") });
  const newer = aNotice(variantId, { email, ...unconfirmed(`newer${email}`), id: randomUUIDv7().replace(/^./, "f") });
  expect(await notices().keep(newer)).toBe(true);
  expect(await notices().keep(newer)).toBe(false);
  expect(await notices().keep(older)).toBe(false);
  expect(await notices().find(digest(`older${email}`), NOW)).toBeNull();
  expect(await notices().find(digest(`newer${email}`), NOW)).toMatchObject({ email, state: "asked" });

  expect(await notices().confirm(digest(`newer${email}`), { now: NOW, until: new Date("2027-01-01T00:00:00Z") })).toBe(
    true,
  );
  expect(await notices().keep(aNotice(variantId, { email }))).toBe(false);
  expect(await notices().findWaiting(variantId, email)).toBe(newer.id);
});

test("a confirmation that ran out confirms nothing and is forgotten", async () => {
  const variantId = await onShelf(database.db, { onHand: 0 });
  const expiresAt = new Date("2026-11-30T10:00:00Z");
  const draft = aNotice(variantId, { ...unconfirmed("late"), expiresAt });
  await notices().keep(draft);
  expect(await notices().confirm(digest("late"), { now: expiresAt, until: expiresAt })).toBe(false);
  expect(await notices().forgetExpired(expiresAt, 100)).toBe(1);
});

test("whoever asked so long ago that it ran out is not told, though it was not forgotten yet", async () => {
  const variantId = await onShelf(database.db, { onHand: 0 });
  const [late, waiting] = [aNotice(variantId, { expiresAt: NOW }), aNotice(variantId)];
  for (const draft of [late, waiting]) await notices().keep(draft);

  await arrive(variantId);

  expect(await told()).toMatchObject([{ id: waiting.id }]);
});

test("the link of a letter ends all notices of its address and no others", async () => {
  const [cup, pot] = [await onShelf(database.db, { onHand: 0 }), await onShelf(database.db, { onHand: 0 })];
  const email = `${randomUUID()}@vitrina.example`;
  const other = aNotice(cup);
  for (const draft of [aNotice(cup, { email }), aNotice(pot, { email }), other]) await notices().keep(draft);
  expect(await notices().findStopped(digest(email))).toEqual({ email, count: 2 });

  await notices().stop(digest(email));

  expect(await notices().findStopped(digest(email))).toBeNull();
  expect(await notices().findStopped(digest(other.emailCanonical))).toMatchObject({ count: 1 });
});

test("a person sees, cancels, exports and erases their own notices, and those of their confirmed address", async () => {
  const [cup, pot, bowl] = [
    await onShelf(database.db, { onHand: 0 }),
    await onShelf(database.db, { onHand: 0 }),
    await onShelf(database.db, { onHand: 0 }),
  ];
  const [userId, email] = [randomUUID(), `${randomUUID()}@vitrina.example`];
  const [own, asGuest, strange] = [aNotice(cup, { userId, email }), aNotice(pot, { email }), aNotice(bowl)];
  for (const draft of [own, asGuest, strange]) await notices().keep(draft);
  const anna = { id: userId, email, emailCanonical: email, emailVerified: true };
  const data = inventoryPersonalData(database.db);
  const idsOf = async (emailCanonical: string | null) =>
    (await notices().listOwn({ userId, emailCanonical }, 10)).map(({ id }) => id).toSorted();

  expect(await idsOf(null)).toEqual([own.id]);
  expect(await idsOf(email)).toEqual([own.id, asGuest.id].toSorted());
  expect(await notices().cancel(strange.id, { userId, emailCanonical: email })).toBe(false);
  expect((await data.collect({ ...anna, emailVerified: false }))["notices"]).toHaveLength(1);
  expect((await data.collect(anna))["notices"]).toHaveLength(2);
  expect(await notices().cancel(asGuest.id, { userId, emailCanonical: email })).toBe(true);

  await data.erase(anna);
  await data.erase(anna);
  expect(await idsOf(email)).toEqual([]);
  expect(await notices().findWaiting(bowl, strange.emailCanonical)).toBe(strange.id);
});
