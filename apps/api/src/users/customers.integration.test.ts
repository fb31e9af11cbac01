import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { allProcedures, callAt, type Caller, TEST_PASSWORD, testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";

const shop = testShop();
beforeAll(() => openForOrders(shop));

let staff: Caller;
beforeAll(async () => {
  staff = await shop.signedIn("staff");
});

async function aCustomer(name: string, email = `${randomUUID()}@vitrina.example`) {
  const account = { email, password: TEST_PASSWORD, name, locale: "ru", role: "customer" } as const;
  const { id } = await shop.services.auth.createUser(account);
  return { id, email };
}

async function anOrderOf(email: string, phone: string) {
  const { variantId } = await onTheShelf(shop.services);
  const device = { realm: "api", uaLabel: "vitest", ipPrefix: "203.0.113.0/24" } as const;
  const { tokens } = await shop.services.auth.signIn({ email, password: TEST_PASSWORD }, device);
  const buyer = shop.callerOf({ principal: await shop.services.auth.authenticate(tokens.accessToken, "api") });
  await buyer.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const { hash } = await buyer.orders.startCheckout({ country: "RU" });
  const form = anOrderForm(hash);
  return (await buyer.orders.placeOrder({ ...form, address: { ...form.address, phone } })).order;
}

const found = async (q: string) => (await staff.users.customers.find({ q })).customers.map(({ id }) => id);

test("staff find a customer by name, beginning of the address, phone or order number", async () => {
  const email = `zoya.${randomUUID()}@vitrina.example`;
  const { id } = await aCustomer("Зоя Щёлокова", email);
  const order = await anOrderOf(email, "+79161234567");

  for (const q of ["щёлок", "Зоя Щё", "Щёлокова Зоя", email.slice(0, 20).toUpperCase(), order.number])
    expect(await found(q), q).toEqual([id]);
  for (const q of ["+7 (916) 123-45-67", "8 916 123 45 67"]) expect(await found(q), q).toEqual([id]);
  for (const q of ["локова", email.slice(2, 20), "%%%", "_____", "':*", "+7 916 123 45 68", "999999"])
    expect(await found(q), q).toEqual([]);
});

test("who gave a phone number without ordering anything is found and called by it", async () => {
  const { principal } = await shop.member("customer");
  const phone = "+79161112233";
  await shop
    .callerOf({ principal })
    .users.editProfile({ name: "Тая", phone, locale: "ru", currency: null, version: 1 });
  const { userId: id } = principal;

  for (const q of ["+7 916 111-22-33", "8 (916) 111-22-33"]) expect(await found(q), q).toEqual([id]);
  expect(await found("+7 916 111-22-3")).toEqual([]);
  expect(await staff.users.customers.get({ id })).toMatchObject({ maskedPhone: "+7***33" });
  expect(await staff.users.customers.reveal({ id, field: "phone", reason: "a question" })).toEqual({ value: phone });
});

test("fewer than three characters find nobody", async () => {
  for (const q of ["", "  a  ", "щё"])
    await expect(staff.users.customers.find({ q })).rejects.toThrow("users.query-too-short");
});

test("pages neither repeat nor skip anybody while newcomers arrive", async () => {
  const family = `Page${randomUUID().slice(0, 8)}`;
  const wanted = new Set<string>();
  for (let n = 0; n < 60; n++) wanted.add((await aCustomer(`Anna ${family}`)).id);

  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await staff.users.customers.find({ q: family, ...(cursor && { cursor }) });
    seen.push(...page.customers.map(({ id }) => id));
    shop.clock.advance(1000);
    await aCustomer(`Newcomer ${family}`);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);

  expect(seen).toHaveLength(60);
  expect(new Set(seen)).toEqual(wanted);
});

test("addresses and numbers are masked wherever staff look at a customer", async () => {
  const { id, email } = await aCustomer("Вера Тайная");
  const phone = "+79169998877";
  await anOrderOf(email, phone);
  const about = { userId: id };

  const answers = await Promise.all([
    staff.users.customers.find({ q: "Тайная" }),
    staff.users.customers.get({ id }),
    staff.orders.admin.listOf(about),
    staff.cart.admin.viewOf({ ...about, currency: "RUB" }),
    staff.promotions.admin.listUsed(about),
    staff.reviews.admin.listBy(about),
    staff.auth.accounts.sessions(about),
    (await shop.signedIn("admin")).core.audit.list({ subjectId: id }),
  ]);

  expect(answers[1]).toMatchObject({ maskedEmail: `${email[0]}***@vitrina.example`, maskedPhone: "+7***77" });
  expect(answers[2]).toMatchObject({ orders: [{ itemCount: 1 }] });
  expect(answers[6]).toEqual({ open: 1 });
  expect(JSON.stringify(answers)).not.toContain(email);
  expect(JSON.stringify(answers)).not.toContain(phone);
});

test("a reveal shows one field and is written down with its reason, but not with what was seen", async () => {
  const { id, email } = await aCustomer("Рада Открытая");
  const { principal } = await shop.member("staff");
  const keeper = shop.callerOf({ principal });

  const { value } = await keeper.users.customers.reveal({ id, field: "email", reason: "the parcel came back" });

  expect(value).toBe(email);
  const { events } = await (await shop.signedIn("admin")).core.audit.list({ subjectId: id, action: "users.revealed" });
  expect(events).toMatchObject([
    {
      actorId: principal.userId,
      actorName: "Test staff",
      after: { field: "email" },
      reason: "the parcel came back",
      network: expect.stringContaining("/24"),
    },
  ]);
  expect(JSON.stringify(events)).not.toContain(email);
});

test("a reveal without a reason shows nothing", async () => {
  const { id } = await aCustomer("Анна");

  await expect(staff.users.customers.reveal({ id, field: "email", reason: "  " })).rejects.toThrow();
});

test("admins read the trail page by page, by actor, act, subject and time", async () => {
  const admin = await shop.signedIn("admin");
  const { id } = await aCustomer("Клара");
  const { principal } = await shop.member("staff");
  const keeper = shop.callerOf({ principal });
  for (let n = 0; n < 60; n++) await keeper.users.customers.reveal({ id, field: "email", reason: `call ${n}` });

  const filter = { actorId: principal.userId, action: "users.revealed", subjectKind: "user", subjectId: id };
  const first = await admin.core.audit.list(filter);
  await keeper.users.customers.reveal({ id, field: "email", reason: "in between" });
  const second = await admin.core.audit.list({ ...filter, cursor: first.nextCursor ?? "" });

  const reasons = [...first.events, ...second.events].map(({ reason }) => reason);
  expect(reasons).toEqual(Array.from({ length: 60 }, (_, n) => `call ${59 - n}`));
  expect(second.nextCursor).toBeNull();
  expect((await admin.core.audit.list({ ...filter, until: "2020-01-01T00:00:00Z" })).events).toEqual([]);
  expect((await admin.core.audit.list({ ...filter, from: "2020-01-01T00:00:00Z" })).events).toHaveLength(50);
});

test("notes about a customer are the shop's own: staff read them, and nothing shows them to the customer", async () => {
  const { principal, email } = await shop.member("customer");
  const customer = shop.callerOf({ principal });
  await anOrderOf(email, "+79160001122");
  const clerk = await shop.member("staff");
  const text = `Rude on the phone ${randomUUID()}`;

  await shop.callerOf({ principal: clerk.principal }).users.customers.addNote({ id: principal.userId, text });

  const { notes } = await staff.users.customers.notes({ id: principal.userId });
  expect(notes).toMatchObject([{ text, authorId: clerk.principal.userId, authorName: "Test staff" }]);
  await expect(customer.users.customers.notes({ id: principal.userId })).rejects.toThrow("auth.forbidden");
  for (const [path, { type }] of allProcedures()) {
    if (type !== "query") continue;
    const answer = await callAt(customer, path, NAMELESS[path]?.(principal.userId)).catch(() => null);
    expect(JSON.stringify(answer) ?? "", path).not.toContain(text);
  }
  const { events } = await (await shop.signedIn("admin")).core.audit.list({ subjectId: principal.userId });
  expect(events.map(({ action }) => action)).toContain("users.note-added");
  expect(JSON.stringify(events)).not.toContain(text);
});

/** Inputs of a customer's own queries that ask for one. */
const NAMELESS: Record<string, (userId: string) => unknown> = {
  "orders.list": () => ({}),
  "cart.view": () => ({ currency: "RUB" }),
  "search.list": () => ({ currency: "RUB" }),
  "search.home": () => ({ currency: "RUB" }),
  "users.customers.get": (id) => ({ id }),
  "users.customers.notes": (id) => ({ id }),
};

test("a note of nothing, of too much, or about nobody is refused", async () => {
  const { id } = await aCustomer("Лия");

  for (const text of ["", "   ", "x".repeat(2001)])
    await expect(staff.users.customers.addNote({ id, text })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(staff.users.customers.addNote({ id: randomUUID(), text: "Who?" })).rejects.toThrow("core.not-found");
});

test("who moves orders without packing them sees neither name nor street nor address, wherever an order is shown", async () => {
  const { email } = await aCustomer("Мира");
  const order = await anOrderOf(email, "+79163334455");
  const mover = await shop.signedIn(["orders:manage"]);
  const packer = await shop.signedIn(["orders:manage", "orders:address"]);
  const { address } = await packer.orders.admin.get({ id: order.id });

  const answers = [
    await mover.orders.admin.get({ id: order.id }),
    await mover.orders.admin.list({ q: order.number }),
    await mover.orders.admin.markShipped({ id: order.id, version: order.version }),
    await mover.orders.admin.markDelivered({ id: order.id, version: order.version + 1 }),
  ];

  expect(answers[0]).toMatchObject({ masked: true, email: "b***@vitrina.example", address: { city: address.city } });
  expect(answers[1]).toMatchObject({ orders: [{ number: order.number, email: "b***@vitrina.example" }] });
  const told = JSON.stringify(answers);
  for (const secret of [order.email, "+79163334455", address.fullName, address.street, address.postcode])
    expect(told).not.toContain(secret);
  expect(await packer.orders.admin.get({ id: order.id })).toMatchObject({ masked: false, email: order.email, address });
  expect((await packer.orders.admin.list({ q: order.number })).orders).toMatchObject([{ email: order.email }]);
});

test("who sees e-mail addresses masked cannot guess them letter by letter", async () => {
  const { email } = await aCustomer("Ида");
  const order = await anOrderOf(email, "+79163334488");
  const told = async (rights: ("orders:manage" | "orders:address")[], q: string) =>
    (await (await shop.signedIn(rights)).orders.admin.list({ q })).orders.map(({ id }) => id);
  const [whole, beginning] = [order.email.toUpperCase(), order.email.slice(0, -1)];

  expect(await told(["orders:manage"], beginning)).toEqual([]);
  expect(await told(["orders:manage"], whole)).toContain(order.id);
  expect(await told(["orders:manage", "orders:address"], beginning)).toContain(order.id);
});

test("a program sees whom orders go to by a scope of its own", async () => {
  const { email } = await aCustomer("Нора");
  const order = await anOrderOf(email, "+79163334466");
  const { principal: owner } = await shop.member("admin");
  const look = async (scopes: ("orders:manage" | "orders:address")[]) => {
    const { secret } = await shop.services.keys.create(owner, { name: "Robot", scopes, days: 1 });
    const principal = await shop.services.keys.authenticate(secret);
    return shop.callerOf({ principal }).orders.admin.get({ id: order.id });
  };

  expect(await look(["orders:manage"])).toMatchObject({ masked: true });
  expect(await look(["orders:manage", "orders:address"])).toMatchObject({ masked: false, email: order.email });
});

test("a hidden contact is shown for a reason, which is written down without what was seen", async () => {
  const { email } = await aCustomer("Ольга");
  const order = await anOrderOf(email, "+79163334477");
  const clerk = await shop.signedIn(["orders:manage", "customers:reveal"]);

  const contact = await clerk.orders.admin.revealContact({ id: order.id, reason: "the parcel came back" });

  expect(contact).toMatchObject({ email: order.email, address: { phone: "+79163334477" } });
  const trail = await (
    await shop.signedIn("admin")
  ).core.audit.list({ subjectId: order.id, action: "orders.revealed" });
  expect(trail.events).toMatchObject([{ reason: "the parcel came back", before: null, after: null }]);
  await expect(clerk.orders.admin.revealContact({ id: order.id, reason: " " })).rejects.toThrow();
  await expect(clerk.orders.admin.revealContact({ id: randomUUID(), reason: "because" })).rejects.toThrow("not-found");
});
