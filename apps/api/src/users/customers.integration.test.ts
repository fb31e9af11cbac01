import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type Caller, TEST_PASSWORD, testShop } from "#testing.ts";
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
