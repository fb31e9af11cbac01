import { contract } from "@vitrina/api-contract";
import { GrantablePermission, may, type Permission, POLICY, type Principal } from "@vitrina/domain/auth";
import { type Database, openDatabase, type OpenDatabase } from "@vitrina/db";
import { DomainError } from "@vitrina/domain/core";
import { MAIN_LOCATION } from "@vitrina/domain/inventory";
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import * as z from "zod";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import { answerCalls } from "#calls.ts";
import { catalogInputs } from "#catalog/testing-catalog.ts";
import { createLog } from "#core/log.ts";
import { tuningInputs } from "#search/testing-tuning.ts";
import { createServices, type Services } from "#services.ts";
import { allProcedures, callAt, type Caller, testEnv, testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";

const shop = testShop();
const ACTORS = ["anonymous", "guest", "customer", "staff", "admin"] as const;
/** Roles of the shop's own: with nothing but the permission that a procedure asks for, and with everything but it. */
const OWN_ROLES = {
  "somebody with just that permission": (wanted: Permission) =>
    GrantablePermission.options.filter((permission) => permission === wanted),
  "somebody with every other permission": (wanted: Permission) =>
    GrantablePermission.options.filter((permission) => permission !== wanted),
};
/** Programs of an admin, by a key for nothing but the permission asked for, and for everything but it. */
const PROGRAMS = {
  "a program with just that scope": OWN_ROLES["somebody with just that permission"],
  "a program with every other scope": OWN_ROLES["somebody with every other permission"],
};
type OwnRole = keyof typeof OWN_ROLES;
type Program = keyof typeof PROGRAMS;
type Actor = (typeof ACTORS)[number] | OwnRole | Program;
const EVERYBODY = [...ACTORS, ...Object.keys(OWN_ROLES), ...Object.keys(PROGRAMS)] as Actor[];

/** Things of someone else, which every actor tries to reach. */
let foreign: Record<
  "sessionId" | "orderId" | "token" | "variantId" | "productId" | "addressId" | "userId" | "bystanderId",
  string
>;
interface Standing {
  call: Caller;
  principal: Principal | null;
}
const actors = new Map<string, Promise<Standing>>();

const isOwnRole = (actor: Actor): actor is OwnRole => Object.hasOwn(OWN_ROLES, actor);
const isProgram = (actor: Actor): actor is Program => Object.hasOwn(PROGRAMS, actor);
const grantsOf = (actor: Actor, wanted: Permission): GrantablePermission[] =>
  isOwnRole(actor) ? OWN_ROLES[actor](wanted) : isProgram(actor) ? PROGRAMS[actor](wanted) : [];

async function enter(actor: Actor, wanted: Permission): Promise<Standing> {
  const grants = grantsOf(actor, wanted);
  if (isProgram(actor)) {
    const { principal: owner } = await shop.member("admin");
    const scopes = grants.length > 0 ? grants : GrantablePermission.options.slice(0, 1);
    const { secret } = await shop.services.keys.create(owner, { name: "Robot", scopes, days: 1 });
    const principal = await shop.services.keys.authenticate(secret);
    return { call: shop.callerOf({ principal }), principal };
  }
  if (isOwnRole(actor)) {
    const { principal } = await shop.member(grants);
    return { call: shop.callerOf({ principal }), principal: { ...principal, grants } };
  }
  if (actor === "anonymous") return { call: shop.callerOf(), principal: null };
  if (actor === "guest") return { call: shop.guest(), principal: null };
  const { principal } = await shop.member(actor);
  return { call: shop.callerOf({ principal }), principal };
}

const aPriceOf = (variantId: string) => ({ variantId, currency: "USD", amount: 5_00, compareAt: null }) as const;
/** An hour of its own, so many hours ahead. */
const later = (hours: number) => {
  const [from, until] = [hours, hours + 1].map((each) =>
    new Date(shop.clock.now().getTime() + each * 3_600_000).toISOString(),
  );
  return { from, until };
};
let priorities = 0;
const aTaxDraft = {
  country: "DE",
  region: "",
  taxClass: "reduced",
  rateBasisPoints: 700,
  included: true,
  from: null,
};
const aRateDraft = () => ({
  currency: "EUR",
  base: "RUB",
  unitCost: 98_500_000,
  ending: "exact",
  holdDays: 7,
  from: null,
});
const aListDraft = () => ({
  name: { ru: "Опт", en: "Wholesale" },
  groupId: null,
  country: null,
  priority: ++priorities,
  from: null,
  until: null,
});
const anEntry = (sku: string) =>
  ({ sku, currency: "USD", minQuantity: 1, amount: 5_00, from: null, until: null }) as const;
const aStrangeLink = () => ({ token: randomBytes(32).toString("base64url") });

const aPlace = () => ({
  code: `p-${randomUUID().slice(0, 8)}`,
  name: { ru: "Место", en: "Place" },
  priority: 900,
  countries: [],
  closed: false,
});

/** A well-formed input for each procedure that names a stranger's things; a procedure missing here fails the build. */
const inputs: Record<string, () => unknown> = {
  "auth.signUp": () => ({
    email: `${randomUUID()}@vitrina.example`,
    password: "four unrelated words here",
    name: "N",
    locale: "en",
  }),
  "auth.signIn": () => ({ email: "nobody@vitrina.example", password: "wrong" }),
  "auth.refresh": () => ({ refreshToken: randomBytes(32).toString("base64url") }),
  "auth.signOut": () => ({}),
  "auth.confirmPassword": () => ({ password: "wrong" }),
  "auth.changePassword": () => ({ currentPassword: "wrong", newPassword: "four unrelated words here" }),
  "auth.sessions": () => undefined,
  "auth.endSession": () => ({ id: foreign.sessionId }),
  "auth.endOtherSessions": () => ({}),
  "auth.lookAtLink": aStrangeLink,
  "auth.verifyEmail": aStrangeLink,
  "auth.resendVerification": () => ({}),
  "auth.askReset": () => ({ email: "nobody@vitrina.example" }),
  "auth.resetPassword": () => ({ ...aStrangeLink(), password: "four unrelated words here" }),
  "auth.changeEmail": () => ({ email: `${randomUUID()}@vitrina.example` }),
  "auth.confirmEmail": aStrangeLink,
  "auth.undoEmailChange": aStrangeLink,
  "auth.factor.state": () => undefined,
  "auth.factor.begin": () => ({}),
  "auth.factor.confirm": () => ({ code: "000000" }),
  "auth.factor.renewCodes": () => ({}),
  "auth.factor.remove": () => ({}),
  "auth.factor.completeSignIn": () => ({ challenge: aStrangeLink().token, code: "000000" }),
  "auth.factor.reset": () => ({ userId: foreign.bystanderId, reason: "lost the phone" }),
  "auth.accounts.disable": () => ({ userId: foreign.bystanderId, reason: "card testing" }),
  "auth.accounts.enable": () => ({ userId: foreign.bystanderId, reason: "a mistake" }),
  "auth.accounts.sessions": () => ({ userId: foreign.userId }),
  "core.audit.list": () => ({ subjectId: foreign.userId }),
  "core.views.list": () => ({ list: "products" }),
  "core.views.add": () => ({ list: "products", name: "Mine", shared: true, search: {} }),
  "core.views.change": () => ({
    list: "products",
    name: "Mine",
    shared: true,
    search: {},
    id: randomUUID(),
    version: 1,
  }),
  "core.views.remove": () => ({ list: "products", id: randomUUID(), version: 1 }),
  "users.me": () => undefined,
  "users.profile": () => undefined,
  "users.editProfile": () => ({ name: "N", phone: null, locale: "en", currency: null, version: 999 }),
  "users.addresses.forms": () => undefined,
  "users.addresses.list": () => undefined,
  "users.addresses.add": () => anOrderForm("").address,
  "users.addresses.change": () => ({ ...anOrderForm("").address, id: foreign.addressId }),
  "users.addresses.remove": () => ({ id: foreign.addressId }),
  "users.addresses.makeDefault": () => ({ id: foreign.addressId, use: "billing" }),
  "auth.eraseAccount": () => ({}),
  "auth.undoErasure": aStrangeLink,
  "orders.claimable": () => undefined,
  "orders.claim": () => ({ ids: [foreign.orderId] }),
  "users.exports.state": () => undefined,
  "users.exports.ask": () => ({}),
  "users.exports.download": () => ({}),
  "users.consents.list": () => undefined,
  "users.consents.change": () => ({
    purpose: "newsletter",
    channel: "email",
    granted: true,
    textVersion: "2026-11",
  }),
  "users.consents.lookAtUnsubscribe": aStrangeLink,
  "users.consents.unsubscribe": aStrangeLink,
  "auth.invitations.list": () => undefined,
  "auth.invitations.invite": () => ({ email: `${randomUUID()}@vitrina.example`, choice: { role: "staff" } }),
  "auth.invitations.withdraw": () => ({ id: randomUUID() }),
  "auth.invitations.look": aStrangeLink,
  "auth.invitations.accept": () => ({ ...aStrangeLink(), name: "N", password: "five quite unrelated words here" }),
  "auth.keys.list": () => undefined,
  "auth.keys.create": () => ({ name: "Robot", scopes: ["orders:manage"], days: 30 }),
  "auth.keys.revoke": () => ({ id: randomUUID() }),
  "auth.roles.list": () => undefined,
  "auth.roles.create": () => ({ name: `Role ${randomUUID()}`, permissions: [] }),
  "auth.roles.change": () => ({ id: randomUUID(), version: 1, name: "Nobody's", permissions: [] }),
  "auth.roles.remove": () => ({ id: randomUUID(), version: 1 }),
  "auth.staff.list": () => undefined,
  "auth.staff.rights": () => undefined,
  "auth.staff.grant": () => ({ userId: randomUUID(), version: 1, choice: { role: "customer" } }),
  "users.customers.find": () => ({ q: "Test customer" }),
  "users.customers.get": () => ({ id: foreign.userId }),
  "users.customers.reveal": () => ({ id: foreign.userId, field: "email", reason: "they called" }),
  "users.groups.list": () => undefined,
  "users.groups.get": () => ({ id: randomUUID() }),
  "users.groups.preview": () => ({ rule: [{ fact: "verified" }] }),
  "users.groups.create": () => ({ code: `g-${randomUUID()}`, name: { ru: "Группа", en: "Group" }, rule: null }),
  "users.groups.change": () => ({
    id: randomUUID(),
    version: 1,
    code: "nobodys",
    name: { ru: "Ничья", en: "Nobody's" },
    rule: null,
  }),
  "users.groups.remove": () => ({ id: randomUUID(), version: 1 }),
  "users.groups.evaluate": () => ({ id: randomUUID() }),
  "users.groups.members": () => ({ id: randomUUID() }),
  "users.groups.addMember": () => ({ groupId: randomUUID(), userId: foreign.userId }),
  "users.groups.endMembership": () => ({ id: randomUUID() }),
  "users.groups.ofCustomer": () => ({ userId: foreign.userId }),
  "inventory.availability": () => ({ variantIds: [foreign.variantId] }),
  "inventory.watch": () => ({ variantIds: [foreign.variantId] }),
  "inventory.notices.ask": () => ({
    variantId: foreign.variantId,
    email: "nobody@vitrina.example",
    locale: "en",
    textVersion: "2026-11",
  }),
  "inventory.notices.look": aStrangeLink,
  "inventory.notices.confirm": aStrangeLink,
  "inventory.notices.lookAtStop": aStrangeLink,
  "inventory.notices.stop": aStrangeLink,
  "inventory.notices.list": () => undefined,
  "inventory.notices.cancel": () => ({ id: randomUUID() }),
  "inventory.stock.setPolicy": () => ({
    variantId: foreign.variantId,
    safetyStock: 0,
    backOrder: { mode: "off" },
    version: 0,
  }),
  "inventory.transfers.list": () => ({}),
  "inventory.transfers.get": () => ({ id: randomUUID() }),
  "inventory.transfers.send": () => ({
    fromId: MAIN_LOCATION,
    toId: randomUUID(),
    lines: [{ sku: "NOSUCH", quantity: 1 }],
  }),
  "inventory.transfers.receive": () => ({ id: randomUUID(), version: 1, lines: [] }),
  "orders.admin.waiting": () => undefined,
  "inventory.stock.waiting": () => undefined,
  "catalog.imports.waiting": () => undefined,
  "catalog.bulk.waiting": () => undefined,
  "orders.allocations.list": () => undefined,
  "orders.allocations.repair": () => ({
    holderId: randomUUID(),
    variantId: foreign.variantId,
    expected: 0,
    allocated: 1,
    reason: "the order was cancelled",
  }),
  "inventory.drift.list": () => undefined,
  "inventory.drift.repair": () => ({
    variantId: foreign.variantId,
    locationId: MAIN_LOCATION,
    onHand: 1,
    reserved: 0,
    reason: "the disk was restored",
  }),
  "inventory.locations.list": () => undefined,
  "inventory.locations.create": aPlace,
  "inventory.locations.change": () => ({ ...aPlace(), id: randomUUID(), version: 1 }),
  "inventory.locations.remove": () => ({ id: randomUUID(), version: 1 }),
  "inventory.stock.list": () => ({ q: "CUP" }),
  "inventory.stock.low": () => ({}),
  "inventory.stock.get": () => ({ variantId: foreign.variantId }),
  "inventory.stock.movements": () => ({ variantId: foreign.variantId }),
  "inventory.stock.receive": () => ({ variantId: foreign.variantId, locationId: MAIN_LOCATION, quantity: 1 }),
  "inventory.stock.adjust": () => ({
    variantId: foreign.variantId,
    locationId: MAIN_LOCATION,
    delta: -1,
    note: "broken",
  }),
  "inventory.stock.count": () => ({
    variantId: foreign.variantId,
    locationId: MAIN_LOCATION,
    counted: 7,
    seen: 100_000,
    note: "yearly count",
  }),
  "users.customers.notes": () => ({ id: foreign.userId }),
  "users.customers.addNote": () => ({ id: foreign.userId, text: "Asked for a call." }),
  "orders.admin.revealContact": () => ({ id: foreign.orderId, reason: "the parcel came back" }),
  "catalog.categories": () => undefined,
  "catalog.movedTo": () => ({ kind: "category", slug: "nothing-of-the-kind" }),
  "catalog.imports.list": () => ({}),
  "catalog.imports.get": () => ({ id: randomUUID() }),
  "catalog.imports.faults": () => ({ id: randomUUID() }),
  "catalog.imports.refusals": () => ({ id: randomUUID() }),
  "catalog.imports.check": () => ({ id: randomUUID(), version: 1, source: "shop", columns: ["sku"], stock: 0 }),
  "catalog.imports.start": () => ({ id: randomUUID(), version: 1 }),
  "catalog.imports.undo": () => ({ id: randomUUID(), version: 1 }),
  "catalog.media.get": () => ({ productId: randomUUID() }),
  "catalog.media.save": () => ({ productId: randomUUID(), version: 1, pictures: [] }),
  "catalog.translations.get": () => ({ kind: "product", id: randomUUID() }),
  "catalog.translations.list": () => ({ kind: "product", locale: "en" }),
  "catalog.translations.save": () => ({
    kind: "product",
    id: randomUUID(),
    version: 1,
    locale: "en",
    texts: { name: "Cup" },
    confirmed: [],
  }),
  "catalog.links.get": () => ({ productId: randomUUID() }),
  "catalog.links.save": () => ({ productId: randomUUID(), version: 1, links: [] }),
  "catalog.tree.list": () => ({ parentId: null }),
  "catalog.tree.get": () => ({ id: randomUUID() }),
  "catalog.tree.choices": () => ({ q: "mugs" }),
  "catalog.tree.create": () => ({ parentId: randomUUID(), name: { en: "Nobody's" } }),
  "catalog.tree.change": () => ({ id: randomUUID(), version: 1, name: { en: "Nobody's" }, slug: "nobodys" }),
  "catalog.tree.move": () => ({ id: randomUUID(), version: 1, parentId: null, index: 0 }),
  "catalog.tree.remove": () => ({ id: randomUUID(), version: 1 }),
  ...catalogInputs,
  ...tuningInputs,
  "catalog.collections.page": () => ({ slug: "nothing-of-the-kind" }),
  "catalog.collections.list": () => ({}),
  "catalog.collections.get": () => ({ id: randomUUID() }),
  "catalog.collections.members": () => ({ id: randomUUID() }),
  "catalog.collections.preview": () => ({ rule: [[{ fact: "brand", names: ["Acme"] }]] }),
  "catalog.collections.attributes": () => ({ q: "colour" }),
  "catalog.collections.create": () => ({ name: { en: "Gifts" }, description: {}, rule: null, visible: false }),
  "catalog.collections.change": () => ({
    id: randomUUID(),
    version: 1,
    name: { en: "Nobody's" },
    description: {},
    rule: null,
    visible: false,
  }),
  "catalog.collections.remove": () => ({ id: randomUUID(), version: 1 }),
  "catalog.collections.pick": () => ({ id: randomUUID(), productIds: [foreign.productId] }),
  "catalog.collections.drop": () => ({ id: randomUUID(), productIds: [foreign.productId] }),
  "search.list": () => ({ currency: "RUB" }),
  "search.suggest": () => ({ q: "mug", currency: "RUB" }),
  "search.home": () => ({ currency: "RUB" }),
  "search.linked": () => ({ slug: "nothing-of-the-kind", currency: "RUB" }),
  "search.product": () => ({ slug: "nothing-of-the-kind", currency: "RUB" }),
  "pricing.prices.list": () => ({}),
  "pricing.prices.timeline": () => ({ variantId: foreign.variantId }),
  "pricing.prices.set": () => ({ prices: [{ ...aPriceOf(foreign.variantId), seenId: null }] }),
  "pricing.prices.preview": () => ({ ...aPriceOf(foreign.variantId), ...later(1) }),
  "pricing.prices.schedule": () => ({ ...aPriceOf(foreign.variantId), ...later(randomInt(2, 90_000)) }),
  "pricing.prices.cancel": () => ({ id: randomUUID() }),
  "search.asOf.list": () => ({ at: shop.clock.now().toISOString(), currency: "RUB" }),
  "search.asOf.product": () => ({ at: shop.clock.now().toISOString(), currency: "RUB", slug: "nothing-of-the-kind" }),
  "pricing.lists.list": () => undefined,
  "pricing.lists.get": () => ({ id: randomUUID() }),
  "pricing.lists.create": () => aListDraft(),
  "pricing.lists.change": () => ({ ...aListDraft(), id: randomUUID(), version: 1 }),
  "pricing.lists.end": () => ({ id: randomUUID(), version: 1 }),
  "pricing.lists.entries": () => ({ id: randomUUID() }),
  "pricing.lists.setEntries": () => ({ id: randomUUID(), version: 1, entries: [anEntry("NO-SUCH")] }),
  "pricing.taxes.list": () => ({}),
  "pricing.taxes.add": () => ({ ...aTaxDraft, version: 0 }),
  "pricing.taxes.end": () => ({ id: randomUUID(), version: 0 }),
  "pricing.rates.list": () => undefined,
  "pricing.rates.preview": () => ({ currency: "EUR", base: "RUB", unitCost: 98_500_000, ending: "exact" }),
  "pricing.rates.add": () => ({ ...aRateDraft(), version: 0 }),
  "pricing.rates.end": () => ({ id: randomUUID(), currency: "EUR", version: 0 }),
  "cart.view": () => ({ currency: "RUB" }),
  "cart.addItem": () => ({ variantId: foreign.variantId, quantity: 1, currency: "RUB" }),
  "cart.changeQuantity": () => ({ variantId: foreign.variantId, quantity: 5, version: 1 }),
  "cart.enterCode": () => ({ code: "NOSUCHCODE" }),
  "cart.removeCode": () => ({ code: "NOSUCHCODE" }),
  "cart.changeCurrency": () => ({ currency: "RUB" }),
  "cart.claimGuestCart": () => ({}),
  "orders.delivery": () => ({ currency: "RUB" }),
  "orders.startCheckout": () => ({ country: "RU" }),
  "orders.placeOrder": () => anOrderForm("0".repeat(64)),
  "orders.list": () => ({}),
  "orders.get": () => ({ id: foreign.orderId }),
  "orders.getByToken": () => ({ token: randomBytes(16).toString("base64url") }),
  "orders.lastAddress": () => undefined,
  "orders.admin.list": () => ({}),
  "orders.admin.get": () => ({ id: foreign.orderId }),
  "orders.admin.markShipped": () => ({ id: foreign.orderId, version: 999 }),
  "orders.admin.markDelivered": () => ({ id: foreign.orderId, version: 999 }),
  "reviews.list": () => ({ productId: foreign.productId }),
  "reviews.summary": () => ({ productId: foreign.productId }),
  "reviews.mayWrite": () => ({ productId: foreign.productId }),
  "cart.admin.viewOf": () => ({ userId: foreign.userId, currency: "RUB" }),
  "orders.admin.listOf": () => ({ userId: foreign.userId }),
  "promotions.admin.listUsed": () => ({ userId: foreign.userId }),
  "reviews.admin.listBy": () => ({ userId: foreign.userId }),
  "reviews.write": () => ({ productId: foreign.productId, rating: 5, body: "I have never had this in my hands." }),
};

/** Procedures that answer only about the caller's own things, named by an id: a stranger's id must not be found. */
const NAMED_BY_ID = new Set([
  "core.views.change",
  "core.views.remove",
  "auth.endSession",
  "orders.get",
  "orders.claim",
  "users.addresses.change",
  "users.addresses.remove",
  "users.addresses.makeDefault",
]);

/** Procedures after which a caller's access token is worth nothing: they get a session of their own. */
const ENDING = new Set(["auth.signOut", "auth.endOtherSessions", "auth.factor.remove", "auth.eraseAccount"]);

const procedures = allProcedures().map(([path, { meta }]) => ({ path, meta }));

beforeAll(async () => {
  await openForOrders(shop);
  const { variantId, productId } = await onTheShelf(shop.services);
  const { principal } = await shop.member("customer");
  const owner = shop.callerOf({ principal });
  await owner.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const quote = await owner.orders.startCheckout({ country: "RU" });
  const { order, token } = await owner.orders.placeOrder(anOrderForm(quote.hash));
  const { defaults } = await owner.users.addresses.add(anOrderForm("").address);
  const addressId = defaults?.shipping ?? "";
  const bystander = await shop.member("customer");
  const people = { userId: principal.userId, bystanderId: bystander.principal.userId };
  foreign = { sessionId: principal.sessionId, orderId: order.id, token, variantId, productId, addressId, ...people };
});

/** One of each kind serves all procedures. */
function known(actor: Actor, wanted: Permission): Promise<Standing> {
  const key = `${actor}: ${grantsOf(actor, wanted).join()}`;
  const standing = actors.get(key) ?? enter(actor, wanted);
  actors.set(key, standing);
  return standing;
}

test("every procedure states what it permits, and is known to the policy and to this test", () => {
  expect(procedures.length).toBeGreaterThan(25);
  for (const { path, meta } of procedures) {
    expect(Object.hasOwn(POLICY, meta?.permission ?? ""), path).toBe(true);
    expect(inputs, path).toHaveProperty([path]);
  }
  expect(Object.keys(inputs).toSorted()).toEqual(procedures.map(({ path }) => path).toSorted());
});

const inputOf = (path: string): z.ZodType => {
  const found = path.split(".").reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], contract);
  return (found as { input: z.ZodType }).input;
};

test("the contract promises exactly the procedures there are", () => {
  const promised = (node: object, prefix = ""): string[] =>
    Object.entries(node).flatMap(([name, value]: [string, object]) =>
      "type" in value ? [prefix + name] : promised(value, `${prefix}${name}.`),
    );

  expect(promised(contract).toSorted()).toEqual(procedures.map(({ path }) => path).toSorted());
});

const mutations = allProcedures().flatMap(([path, { type }]) => (type === "mutation" ? [path] : []));

test("no mutation takes a column of the database that it does not name: nobody makes themselves an admin (T-07)", async () => {
  const { rows } = await shop.database.pool.query<{ name: string }>(`
    select distinct column_name as name from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema')`);
  const names = rows.flatMap(({ name }) => [name, name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())]);
  expect(names).toContain("emailVerifiedAt");

  const taken = mutations.flatMap((path) => {
    const [schema, input] = [inputOf(path), inputs[path]?.() as object];
    expect(schema.safeParse(input).success, path).toBe(true);
    const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
    const taking = names.filter((name) => schema.safeParse({ ...input, [name]: "admin" }).success);
    return taking.filter((name) => !Object.hasOwn(properties, name)).map((name) => `${path} takes ${name}`);
  });

  expect(taken).toEqual([]);
});

async function outcome(call: Caller, path: string): Promise<string> {
  try {
    await callAt(call, path, inputs[path]?.());
    return "allowed";
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    if (!(cause instanceof DomainError)) throw error;
    return cause.code;
  }
}

const DENIED = new Set(["auth.sign-in-required", "auth.forbidden", "auth.scope-missing"]);

test.each(procedures.flatMap(({ path, meta }) => EVERYBODY.map((actor) => ({ path, meta, actor }))))(
  "$actor calling $path gets what the policy says",
  async ({ path, meta, actor }) => {
    if (!meta?.permission) throw new Error("no permission stated");
    const { call, principal } = await (ENDING.has(path) ? enter : known)(actor, meta.permission);
    const provable = !(meta.recent && principal?.machine);
    const allowed = may(principal, meta.permission) !== null && !(meta.signedIn && principal === null) && provable;

    const got = await outcome(call, path);

    expect(DENIED.has(got), `${path}: ${got}`).toBe(!allowed);
    if (allowed && NAMED_BY_ID.has(path)) expect(got).toBe("core.not-found");
  },
);

test("nobody but the owner's and the shop's people see an order", async () => {
  const stranger = await shop.signedIn("customer");

  await expect(stranger.orders.get({ id: foreign.orderId })).rejects.toThrow("core.not-found");
  expect((await stranger.orders.list({})).orders).toEqual([]);
});

test("nobody sends an order to an address of someone else (T-01, Spree CVE-2026-25758)", async () => {
  const { address: _, ...form } = anOrderForm("0".repeat(64));
  const { variantId } = await onTheShelf(shop.services);

  const item = { variantId, quantity: 1, currency: "RUB" } as const;
  const { secret } = await shop.callerOf().cart.addItem(item);

  for (const buyer of [await shop.signedIn("customer"), shop.guest(secret), await shop.signedIn("admin")]) {
    await buyer.cart.addItem(item);
    const { hash: quoteHash } = await buyer.orders.startCheckout({ country: "RU" });
    const placing = buyer.orders.placeOrder({ ...form, quoteHash, addressId: foreign.addressId });

    await expect(placing).rejects.toMatchObject({ code: "NOT_FOUND", message: "orders.address-gone" });
  }
});

/** Stands for what nobody may ever read again: passwords, tokens, codes. */
const CANARY = "canary-6f1c-of-what-nobody-may-read-again-Zq";
const SECRETS = new Set(["password", "currentPassword", "newPassword", "token", "refreshToken"]);
const withCanaries = (name: string, value: unknown) => (SECRETS.has(name) ? CANARY : value);

test("no secret that is sent to any procedure is kept anywhere in clear (T-32)", async () => {
  for (const path of mutations) {
    const { call } = await (ENDING.has(path) ? enter : known)("customer", "auth:use");
    await callAt(call, path, JSON.parse(JSON.stringify(inputs[path]?.(), withCanaries))).catch(() => undefined);
  }

  const { rows: tables } = await shop.database.pool.query<{ name: string }>(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  let dump = "";
  for (const { name } of tables) {
    const { rows } = await shop.database.pool.query<{ text: string }>(
      `select string_agg(t::text, ' ') as text from ${name} t`,
    );
    dump += rows[0]?.text ?? "";
  }
  expect(dump).toContain("customer-");
  for (const form of [CANARY, Buffer.from(CANARY).toString("hex"), Buffer.from(CANARY).toString("base64url")])
    expect(dump).not.toContain(form);
});

const queries = allProcedures().flatMap(([path, { type }]) => (type === "query" ? [path] : []));
const eachQuery = queries.flatMap((path) => ACTORS.map((actor) => ({ path, actor })));

describe("on a database that refuses to be written to", () => {
  let reading: OpenDatabase<Database>;
  let services: Services;
  beforeAll(async () => {
    const { connectionString } = shop.database;
    const url = `${connectionString}${connectionString.includes("?") ? "&" : "?"}options=-c%20default_transaction_read_only%3Don`;
    reading = openDatabase<Database>({ connectionString: url });
    services = await createServices({ db: reading.db, env: testEnv, now: shop.clock.now });
  });
  afterAll(() => reading.close());

  test("it does refuse", async () => {
    await expect(reading.db.deleteFrom("cart.cart").execute()).rejects.toThrow("read-only");
  });

  test.each(eachQuery)(
    "$actor is answered to $path all the same: reading never writes (T-35)",
    async ({ path, actor }) => {
      const { principal } = await known(actor, "auth:use");

      const got = await outcome(shop.callerOf({ services, principal }), path);

      expect(got).not.toBe("core.busy");
    },
  );
});

describe("on a database that fails", () => {
  const INSIDE = "select secret from /var/lib/vault";
  const failure = Object.assign(new Error(INSIDE), { code: "XX000", detail: INSIDE, where: INSIDE, routine: INSIDE });
  const pool: PostgresPool = { connect: () => Promise.reject(failure), end: async () => {}, options: {} };
  const failing = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  let services: Services;
  const failed = new Set<string>();
  const lines: string[] = [];
  const log = createLog("trace", { write: (line: string) => void lines.push(line) });
  beforeAll(async () => {
    services = await createServices({ db: failing, env: testEnv, now: shop.clock.now });
  });

  test.each(allProcedures().map(([path, { type }]) => ({ path, type })))(
    "$path tells a code and a number to ask about, and nothing of the inside (T-33)",
    async ({ path, type }) => {
      const { principal } = await known("admin", "auth:use");
      const endpoint = path.startsWith("auth.") ? "/auth" : "/trpc";
      const url = new URL(`https://shop.example${endpoint}/${path}`);
      const body = JSON.stringify(inputs[path]?.(), withCanaries) ?? "";
      if (type === "query" && body) url.searchParams.set("input", body);
      const request = new Request(url, type === "mutation" ? { method: "POST", body } : {});
      const context = async () =>
        shop.contextOf({ services, principal, log, cartSecret: CANARY, refreshCookie: CANARY });

      const answer = await answerCalls({ request, url, endpoint, context, headers: {} });

      const text = await answer.text();
      expect(text).not.toMatch(/select|vault|XX000|stack|\.ts|node_modules/);
      if (answer.status !== 500) return;
      failed.add(path);
      expect(JSON.parse(text)).toEqual({
        error: {
          message: "core.unexpected",
          code: -32_603,
          data: { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, path, requestId: expect.any(String), refusal: null },
        },
      });
    },
  );

  test("it does fail nearly all of them, which is written down without a word of what was secret (T-32)", () => {
    expect(failed.size).toBeGreaterThan(allProcedures().length * 0.8);
    expect(lines.length).toBeGreaterThanOrEqual(failed.size);
    expect(lines.join("")).toContain(INSIDE);
    expect(lines.join("")).not.toContain(CANARY);
  });
});

/** Everything that the database keeps to itself, as it might be written in an answer. */
async function storedSecrets(): Promise<Set<string>> {
  const { rows: columns } = await shop.database.pool.query<{ name: string; column: string }>(`
    select format('%I.%I', table_schema, table_name) as name, column_name as column from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema') and column_name ~ '(hash|secret|sealed|answer)$'
      and column_name <> 'quote_hash'`);
  const secrets = new Set<string>();
  for (const { name, column } of columns) {
    const { rows } = await shop.database.pool.query<{ value: unknown }>(`select "${column}" as value from ${name}`);
    for (const { value } of rows)
      if (Buffer.isBuffer(value))
        for (const form of ["hex", "base64", "base64url"] as const) secrets.add(value.toString(form));
      else if (typeof value === "string") secrets.add(value);
  }
  return secrets;
}

test("no answer, to a reading or a change, holds what the database keeps secret (T-05)", async () => {
  const answers: { path: string; actor: Actor; text: string }[] = [];
  for (const { path } of procedures)
    for (const actor of ACTORS) {
      const { call } = await (ENDING.has(path) ? enter : known)(actor, "auth:use");
      const answer = await callAt(call, path, inputs[path]?.()).catch(String);
      answers.push({ path, actor, text: JSON.stringify(answer) ?? "" });
    }

  const secrets = await storedSecrets();

  expect(secrets.size).toBeGreaterThan(10);
  const told = answers.filter(({ text }) => [...secrets].some((secret) => text.includes(secret)));
  expect(told.map(({ path, actor }) => `${path} for ${actor}`)).toEqual([]);
});
