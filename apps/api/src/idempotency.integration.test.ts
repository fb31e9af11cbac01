import { randomUUID } from "node:crypto";
import { MAIN_LOCATION } from "@vitrina/domain/inventory";
import type { GroupRule } from "@vitrina/domain/users";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { Context } from "#context.ts";
import { challengeOf, codeFor } from "#auth/testing-codes.ts";
import { tuningScenes } from "#search/testing-tuning.ts";
import { catalogScenes } from "#catalog/testing-catalog.ts";
import { allProcedures, callAt, TEST_PASSWORD, testShop } from "#testing.ts";
import { postOffice } from "#testing-letters.ts";
import { anOrderForm, onTheShelf, openForOrders, placeOrderAsGuest } from "#testing-goods.ts";

const shop = testShop();
const { lettersTo, tokenFor } = postOffice(shop);
interface Scene {
  change: Partial<Context>;
  input: unknown;
}
type Prepare = () => Promise<Scene>;

const inACart = async (change: Partial<Context>, quantity = 2) => {
  const { variantId } = await onTheShelf(shop.services);
  const cart = await shop.callerOf(change).cart.addItem({ variantId, quantity, currency: "RUB" });
  return { variantId, version: cart.version };
};
const NEWSLETTER = { purpose: "newsletter", channel: "email", granted: true, textVersion: "2026-11" } as const;
const customer = async () => {
  const { principal, email } = await shop.member("customer");
  return { change: { principal }, email };
};
const placed = async () => {
  const { change } = await customer();
  const goods = await inACart(change);
  const buyer = shop.callerOf(change);
  const quote = await buyer.orders.startCheckout({ country: "RU" });
  const { order } = await buyer.orders.placeOrder(anOrderForm(quote.hash));
  return { order, change, ...goods };
};
const withAddress = async () => {
  const { change } = await customer();
  const { addresses } = await shop.callerOf(change).users.addresses.add(anOrderForm("").address);
  return { change, id: addresses[0]?.id ?? "" };
};
const inDollars = (variantId: string) => ({ variantId, currency: "USD", amount: 5_00, compareAt: null }) as const;
const tomorrow = () => new Date(shop.clock.now().getTime() + 86_400_000).toISOString();
let priorities = 0;
const aListDraft = () => ({
  name: { ru: "Опт", en: "Wholesale" },
  groupId: null,
  country: null,
  priority: ++priorities,
  from: null,
  until: null,
});
let taxed = 0;
const aTaxDraft = () => ({
  country: "DE" as const,
  region: "",
  taxClass: `class-${++taxed}`,
  rateBasisPoints: 700,
  included: true,
  from: tomorrow(),
});
let planned = 0;
const aRateDraft = () => ({
  currency: "EUR" as const,
  base: "RUB" as const,
  unitCost: 98_500_000,
  ending: "exact" as const,
  holdDays: 7,
  from: new Date(shop.clock.now().getTime() + ++planned * 86_400_000).toISOString(),
});
const rateVersion = async (change: Awaited<ReturnType<typeof staff>>) =>
  (await shop.callerOf(change).pricing.rates.list()).find(({ currency }) => currency === "EUR")?.version ?? 0;
const aPriceList = async () => {
  const change = await staff();
  const { id, version } = await shop.callerOf(change).pricing.lists.create(aListDraft());
  return { change, id, version };
};
const anAddress = () => `${randomUUID()}@vitrina.example`;
/** Someone whose address is not confirmed yet. */
const newcomer = async () => {
  const account = { email: anAddress(), password: TEST_PASSWORD };
  await shop.callerOf().auth.signUp({ ...account, name: "N", locale: "en" });
  const { tokens } = await shop.callerOf().auth.signIn(account);
  const principal = await shop.services.auth.authenticate(tokens?.accessToken ?? "", "api");
  return { email: account.email, change: { principal } };
};
const changingAddress = async () => {
  const { change, email } = await customer();
  const newEmail = anAddress();
  await shop.callerOf(change).auth.changeEmail({ email: newEmail });
  return { change, email, token: await tokenFor(newEmail, "/email/confirm") };
};
const staff = async () => ({ principal: (await shop.member("staff")).principal });

const admin = async () => ({ principal: (await shop.member("admin")).principal });
const anInvitation = async () => {
  const [change, email] = [await admin(), anAddress()];
  await shop.callerOf(change).auth.invitations.invite({ email, choice: { role: "staff" } });
  const sent = await shop.callerOf(change).auth.invitations.list();
  return { change, id: sent.find((each) => each.email === email)?.id ?? "", token: await tokenFor(email, "/invite") };
};
const aRole = async () => {
  const change = await admin();
  const draft = { name: `Role ${randomUUID()}`, permissions: ["orders:manage" as const] };
  const { id, version } = await shop.callerOf(change).auth.roles.create(draft);
  return { change, role: { id, version } };
};

const aViewDraft = () => ({ list: "orders", name: "To pack", shared: false, search: { q: "7" } }) as const;
const aView = async () => {
  const change = await staff();
  const [view] = await shop.callerOf(change).core.views.add(aViewDraft());
  return { change, named: { list: "orders" as const, id: view?.id ?? "", version: 1 } };
};
const aGroup = async (rule: GroupRule | null = null) => {
  const change = await staff();
  const draft = { code: `g-${randomUUID()}`, name: { ru: "Группа", en: "Group" }, rule };
  const { id, version } = await shop.callerOf(change).users.groups.create(draft);
  return { change, draft, id, version };
};
const aPlaceDraft = () => ({
  code: `p-${randomUUID().slice(0, 8)}`,
  name: { ru: "Место", en: "Place" },
  priority: 900,
  countries: ["RU"],
  closed: false,
});
const aPlace = async () => {
  const change = await staff();
  return { change, place: await shop.callerOf(change).inventory.locations.create(aPlaceDraft()) };
};
const aShelf = async () => ({ variantId: (await onTheShelf(shop.services)).variantId, locationId: MAIN_LOCATION });
const aTransfer = async () => {
  const { variantId } = await aShelf();
  const { change, place } = await aPlace();
  const { sku } = await shop.callerOf(change).inventory.stock.get({ variantId });
  return { change, draft: { fromId: MAIN_LOCATION, toId: place.id, lines: [{ sku, quantity: 2 }] } };
};
const aNoticeWish = async () => {
  const { variantId } = await onTheShelf(shop.services, { stock: 0 });
  return { variantId, email: anAddress(), locale: "en" as const, textVersion: "2026-11" as const };
};
const anAskedNotice = async () => {
  const wish = await aNoticeWish();
  await shop.callerOf().inventory.notices.ask(wish);
  const letter = (await lettersTo(wish.email)).at(-1);
  return { ...wish, token: /\/notice\/([\w-]{43})/.exec(letter?.text ?? "")?.[1] ?? "" };
};
const VERIFIED: GroupRule = [{ fact: "verified" }];

/** An import that was sent, in the state that the next act asks for. */
const anImport = async (state: "uploaded" | "checked" | "done") => {
  const { principal } = await shop.member("staff");
  const file = { fileName: "goods.csv", storageKey: "imports/none", format: "csv", feed: false, bytes: 1 } as const;
  const { id } = await shop.services.imports.begin(principal.userId, {
    ...file,
    headers: ["sku"],
    columns: ["sku"],
    samples: [],
  });
  await shop.database.db.updateTable("catalog.import").set({ state }).where("id", "=", id).execute();
  return { change: { principal }, named: { id, version: 1 } };
};

const aCategory = async () => {
  const change = await staff();
  const { id, version } = await shop.callerOf(change).catalog.tree.create({ parentId: null, name: { en: "Shelf" } });
  return { change, named: { id, version } };
};

const GIFTS = { name: { en: "Gifts" }, description: {}, rule: null, visible: true };
const aCollection = async () => {
  const change = await staff();
  const { id, version } = await shop.callerOf(change).catalog.collections.create(GIFTS);
  const { productId } = await onTheShelf(shop.services);
  return { change, named: { id, version }, byHand: { id, productIds: [productId] } };
};

/** A scene in which each mutation does something; a mutation missing here fails the test below. */
const scenes: Record<string, Prepare> = {
  "auth.signUp": async () => ({
    change: {},
    input: { email: `${randomUUID()}@vitrina.example`, password: "four unrelated words here", name: "N", locale: "en" },
  }),
  "auth.signIn": async () => ({ change: {}, input: { email: (await customer()).email, password: TEST_PASSWORD } }),
  "auth.refresh": async () => {
    const { email } = await customer();
    const { tokens } = await shop.callerOf().auth.signIn({ email, password: TEST_PASSWORD });
    return { change: {}, input: { refreshToken: tokens?.refreshToken } };
  },
  "auth.signOut": async () => ({ ...(await customer()), input: {} }),
  "users.editProfile": async () => ({
    ...(await customer()),
    input: { name: "N", phone: "+79123456789", locale: "ru", currency: "EUR", version: 1 },
  }),
  "users.addresses.add": async () => ({ ...(await customer()), input: anOrderForm("").address }),
  "users.addresses.change": async () => {
    const { change, id } = await withAddress();
    return { change, input: { ...anOrderForm("").address, id, city: "Тверь" } };
  },
  "users.addresses.remove": async () => {
    const { change, id } = await withAddress();
    return { change, input: { id } };
  },
  "users.addresses.makeDefault": async () => {
    const { change, id } = await withAddress();
    await shop.callerOf(change).users.addresses.add(anOrderForm("").address);
    return { change, input: { id, use: "billing" } };
  },
  "auth.eraseAccount": async () => ({ ...(await customer()), input: {} }),
  "auth.undoErasure": async () => {
    const { change, email } = await customer();
    await shop.callerOf(change).auth.eraseAccount({});
    return { change: {}, input: { token: await tokenFor(email, "/erasure/undo") } };
  },
  "orders.claim": async () => {
    const { change, email } = await customer();
    const { order } = await placeOrderAsGuest(shop, { email });
    return { change, input: { ids: [order.id] } };
  },
  "users.exports.ask": async () => ({ ...(await customer()), input: {} }),
  "users.exports.download": async () => {
    const { change, email } = await customer();
    await shop.callerOf(change).users.exports.ask({});
    await lettersTo(email);
    return { change, input: {} };
  },
  "users.consents.change": async () => ({ ...(await customer()), input: NEWSLETTER }),
  "users.consents.unsubscribe": async () => {
    const { change } = await customer();
    await shop.callerOf(change).users.consents.change(NEWSLETTER);
    const { userId } = change.principal;
    return { change: {}, input: { token: shop.services.consents.tokenOf({ ...NEWSLETTER, userId }) } };
  },
  "auth.confirmPassword": async () => ({ ...(await customer()), input: { password: TEST_PASSWORD } }),
  "auth.changePassword": async () => ({
    ...(await customer()),
    input: { currentPassword: TEST_PASSWORD, newPassword: "four unrelated words here" },
  }),
  "auth.factor.begin": async () => ({ change: (await customer()).change, input: {} }),
  "auth.factor.confirm": async () => {
    const { change } = await customer();
    const { secret } = await shop.callerOf(change).auth.factor.begin({});
    return { change, input: { code: codeFor(secret, shop.clock.now()) } };
  },
  "auth.factor.renewCodes": async () => ({ change: await staff(), input: {} }),
  "auth.factor.remove": async () => ({ change: await staff(), input: {} }),
  "auth.factor.completeSignIn": async () => {
    const { email, secret } = await shop.member("customer", { factor: true });
    const challenge = await challengeOf(shop.callerOf().auth.signIn({ email, password: TEST_PASSWORD }));
    return { change: {}, input: { challenge, code: codeFor(secret, shop.clock.now()) } };
  },
  "auth.factor.reset": async () => {
    const { userId } = (await shop.member("staff")).principal;
    return { change: await admin(), input: { userId, reason: "lost the phone" } };
  },
  "auth.endSession": async () => {
    const { change, email } = await customer();
    await shop.callerOf().auth.signIn({ email, password: TEST_PASSWORD });
    const open = await shop.callerOf(change).auth.sessions();
    return { change, input: { id: open.find(({ current }) => !current)?.id } };
  },
  "auth.endOtherSessions": async () => ({ ...(await customer()), input: {} }),
  "auth.lookAtLink": async () => ({
    change: {},
    input: { token: await tokenFor((await newcomer()).email, "/verify") },
  }),
  "auth.verifyEmail": async () => {
    const { email, change } = await newcomer();
    return { change, input: { token: await tokenFor(email, "/verify") } };
  },
  "auth.resendVerification": async () => ({ change: (await newcomer()).change, input: {} }),
  "auth.askReset": async () => ({ change: {}, input: { email: (await customer()).email } }),
  "auth.resetPassword": async () => {
    const { email } = await customer();
    await shop.callerOf().auth.askReset({ email });
    return { change: {}, input: { token: await tokenFor(email, "/reset/new"), password: "four unrelated words here" } };
  },
  "auth.changeEmail": async () => ({ change: (await customer()).change, input: { email: anAddress() } }),
  "auth.confirmEmail": async () => {
    const { change, token } = await changingAddress();
    return { change, input: { token } };
  },
  "auth.undoEmailChange": async () => {
    const { change, email, token } = await changingAddress();
    await shop.callerOf(change).auth.confirmEmail({ token });
    return { change: {}, input: { token: await tokenFor(email, "/email/undo") } };
  },
  "auth.invitations.invite": async () => ({
    change: await admin(),
    input: { email: anAddress(), choice: { role: "staff" } },
  }),
  "auth.invitations.withdraw": async () => {
    const { change, id } = await anInvitation();
    return { change, input: { id } };
  },
  "auth.invitations.look": async () => ({ change: {}, input: { token: (await anInvitation()).token } }),
  "auth.invitations.accept": async () => ({
    change: {},
    input: { token: (await anInvitation()).token, name: "N", password: "five quite unrelated words here" },
  }),
  "auth.keys.create": async () => ({
    change: await admin(),
    input: { name: "Robot", scopes: ["orders:manage"], days: 30 },
  }),
  "auth.keys.revoke": async () => {
    const change = await admin();
    const draft = { name: "Robot", scopes: ["orders:manage" as const], days: 30 };
    const { id } = await shop.callerOf(change).auth.keys.create(draft);
    return { change, input: { id } };
  },
  "auth.roles.create": async () => ({
    change: await admin(),
    input: { name: `Role ${randomUUID()}`, permissions: ["orders:manage"] },
  }),
  "auth.roles.change": async () => {
    const { change, role } = await aRole();
    return { change, input: { ...role, name: `Role ${randomUUID()}`, permissions: [] } };
  },
  "auth.roles.remove": async () => {
    const { change, role } = await aRole();
    return { change, input: role };
  },
  "auth.staff.grant": async () => {
    const { userId } = (await shop.member("staff")).principal;
    return { change: await admin(), input: { userId, version: 1, choice: { role: "customer" } } };
  },
  "users.customers.addNote": async () => {
    const { userId } = (await shop.member("customer")).principal;
    return { change: await staff(), input: { id: userId, text: "Asked for a call." } };
  },
  "orders.admin.revealContact": async () => {
    const { order } = await placed();
    return { change: await staff(), input: { id: order.id, reason: "the parcel came back" } };
  },
  "catalog.imports.check": async () => {
    const { change, named } = await anImport("uploaded");
    return { change, input: { ...named, source: "shop", columns: ["sku"], stock: 0 } };
  },
  "catalog.imports.start": async () => {
    const { change, named } = await anImport("checked");
    return { change, input: named };
  },
  "catalog.imports.undo": async () => {
    const { change, named } = await anImport("done");
    return { change, input: named };
  },
  "catalog.media.save": async () => {
    const { productId } = await onTheShelf(shop.services);
    return { change: await staff(), input: { productId, version: 1, pictures: [] } };
  },
  "catalog.translations.save": async () => {
    const { productId: id } = await onTheShelf(shop.services);
    const { version } = await shop.services.products.get(id);
    const change = { kind: "product", id, version, locale: "en", texts: { name: "Cup" }, confirmed: [] };
    return { change: await staff(), input: change };
  },
  "catalog.links.save": async () => {
    const [{ productId }, other] = [await onTheShelf(shop.services), await onTheShelf(shop.services)];
    const links = [{ targetId: other.productId, kind: "related", mutual: true }];
    return { change: await staff(), input: { productId, version: 1, links } };
  },
  "catalog.tree.create": async () => ({
    change: await staff(),
    input: { parentId: null, name: { ru: "Полка", en: "Shelf" } },
  }),
  "catalog.tree.change": async () => {
    const { change, named } = await aCategory();
    return { change, input: { ...named, name: { en: "Board" }, slug: `board-${randomUUID()}` } };
  },
  "catalog.tree.move": async () => {
    const { change, named } = await aCategory();
    return { change, input: { ...named, parentId: null, index: 0 } };
  },
  "catalog.tree.remove": async () => {
    const { change, named } = await aCategory();
    return { change, input: named };
  },
  "inventory.notices.ask": async () => ({ change: {}, input: await aNoticeWish() }),
  "inventory.notices.confirm": async () => ({ change: {}, input: { token: (await anAskedNotice()).token } }),
  "inventory.notices.stop": async () => {
    const { email, token } = await anAskedNotice();
    await shop.callerOf().inventory.notices.confirm({ token });
    return { change: {}, input: { token: shop.services.notices.stopTokenOf(email) } };
  },
  "inventory.notices.cancel": async () => {
    const { change } = await customer();
    const notices = shop.callerOf(change).inventory.notices;
    await notices.ask(await aNoticeWish());
    return { change, input: { id: (await notices.list())[0]?.id } };
  },
  "inventory.locations.create": async () => ({ change: await staff(), input: aPlaceDraft() }),
  "inventory.locations.change": async () => {
    const { change, place } = await aPlace();
    return { change, input: { ...place, closed: true } };
  },
  "inventory.locations.remove": async () => {
    const { change, place } = await aPlace();
    return { change, input: { id: place.id, version: place.version } };
  },
  "inventory.stock.setPolicy": async () => {
    const { variantId } = await aShelf();
    const backOrder = { mode: "limit", most: 5, expectedOn: "2027-01-15" };
    return { change: await staff(), input: { variantId, safetyStock: 2, backOrder, version: 0 } };
  },
  "inventory.transfers.send": async () => {
    const { change, draft } = await aTransfer();
    return { change, input: draft };
  },
  "inventory.transfers.receive": async () => {
    const { change, draft } = await aTransfer();
    const { id, version } = await shop.callerOf(change).inventory.transfers.send(draft);
    return { change, input: { id, version, lines: [] } };
  },
  "inventory.drift.repair": async () => {
    const shelf = await aShelf();
    await sql`update inventory.level set on_hand = 7 where variant_id = ${shelf.variantId}`.execute(shop.database.db);
    await shop.services.reconcile.check();
    return { change: await staff(), input: { ...shelf, onHand: 7, reserved: 0, reason: "the disk was restored" } };
  },
  "orders.allocations.repair": async () => {
    const { variantId } = await aShelf();
    const holderId = randomUUID();
    await shop.services.inventory.allocate(holderId, [{ variantId, quantity: 1 }]);
    await shop.services.allocations.check();
    const repair = { holderId, variantId, expected: 0, allocated: 1, reason: "nobody ordered it" };
    return { change: await staff(), input: repair };
  },
  "inventory.stock.receive": async () => ({
    change: await staff(),
    input: { ...(await aShelf()), quantity: 3, reference: "DN-7" },
  }),
  "inventory.stock.adjust": async () => ({
    change: await staff(),
    input: { ...(await aShelf()), delta: -3, note: "broken" },
  }),
  "inventory.stock.count": async () => ({
    change: await staff(),
    input: { ...(await aShelf()), counted: 7, seen: 100, note: "yearly count" },
  }),
  ...catalogScenes(shop),
  ...tuningScenes(shop),
  "catalog.collections.create": async () => ({ change: await staff(), input: GIFTS }),
  "catalog.collections.change": async () => {
    const { change, named } = await aCollection();
    return { change, input: { ...GIFTS, ...named, visible: false } };
  },
  "catalog.collections.remove": async () => {
    const { change, named } = await aCollection();
    return { change, input: named };
  },
  "catalog.collections.pick": async () => {
    const { change, byHand } = await aCollection();
    return { change, input: byHand };
  },
  "catalog.collections.drop": async () => {
    const { change, byHand } = await aCollection();
    await shop.callerOf(change).catalog.collections.pick(byHand);
    return { change, input: byHand };
  },
  "core.views.add": async () => ({ change: await staff(), input: aViewDraft() }),
  "core.views.change": async () => {
    const { change, named } = await aView();
    return { change, input: { ...aViewDraft(), ...named, name: "Other" } };
  },
  "core.views.remove": async () => {
    const { change, named } = await aView();
    return { change, input: named };
  },
  "users.groups.create": async () => ({
    change: await staff(),
    input: { code: `g-${randomUUID()}`, name: { ru: "Группа", en: "Group" }, rule: VERIFIED },
  }),
  "users.groups.change": async () => {
    const { change, draft, id, version } = await aGroup(VERIFIED);
    return { change, input: { ...draft, id, version, rule: [{ fact: "orders", atLeast: 1, withinDays: null }] } };
  },
  "users.groups.remove": async () => {
    const { change, id, version } = await aGroup();
    return { change, input: { id, version } };
  },
  "users.groups.evaluate": async () => {
    const { change, id } = await aGroup(VERIFIED);
    return { change, input: { id } };
  },
  "users.groups.addMember": async () => {
    const { change, id } = await aGroup();
    return { change, input: { groupId: id, userId: (await shop.member("customer")).principal.userId } };
  },
  "users.groups.endMembership": async () => {
    const { change, id: groupId } = await aGroup();
    const { userId } = (await shop.member("customer")).principal;
    await shop.callerOf(change).users.groups.addMember({ groupId, userId });
    const { groups } = await shop.callerOf(change).users.groups.ofCustomer({ userId });
    return { change, input: { id: groups[0]?.id } };
  },
  "pricing.prices.set": async () => {
    const { variantId } = await onTheShelf(shop.services);
    return { change: await staff(), input: { prices: [{ ...inDollars(variantId), seenId: null }] } };
  },
  "pricing.prices.schedule": async () => {
    const { variantId } = await onTheShelf(shop.services);
    return { change: await staff(), input: { ...inDollars(variantId), from: tomorrow(), until: null } };
  },
  "pricing.prices.cancel": async () => {
    const { variantId } = await onTheShelf(shop.services);
    const change = await staff();
    const { prices } = shop.callerOf(change).pricing;
    await prices.schedule({ ...inDollars(variantId), from: tomorrow(), until: null });
    const planned = (await prices.timeline({ variantId })).prices.find(({ currency }) => currency === "USD");
    return { change, input: { id: planned?.id } };
  },
  "pricing.lists.create": async () => ({ change: await staff(), input: aListDraft() }),
  "pricing.lists.change": async () => {
    const { change, id, version } = await aPriceList();
    return { change, input: { ...aListDraft(), id, version } };
  },
  "pricing.lists.end": async () => {
    const { change, id, version } = await aPriceList();
    return { change, input: { id, version } };
  },
  "pricing.lists.setEntries": async () => {
    const { change, id, version } = await aPriceList();
    const { variantId } = await onTheShelf(shop.services);
    const { sku } = (await shop.callerOf(change).pricing.prices.timeline({ variantId })).variant;
    const entry = { sku, currency: "USD", minQuantity: 1, amount: 5_00, from: null, until: null };
    return { change, input: { id, version, entries: [entry] } };
  },
  "pricing.taxes.add": async () => {
    const change = await staff();
    const { version } = await shop.callerOf(change).pricing.taxes.list({});
    return { change, input: { ...aTaxDraft(), version } };
  },
  "pricing.taxes.end": async () => {
    const change = await staff();
    const { taxes } = shop.callerOf(change).pricing;
    const draft = aTaxDraft();
    await taxes.add({ ...draft, version: (await taxes.list({})).version });
    const { version, rates } = await taxes.list({});
    return { change, input: { id: rates.find(({ taxClass }) => taxClass === draft.taxClass)?.id, version } };
  },
  "pricing.rates.add": async () => {
    const change = await staff();
    return { change, input: { ...aRateDraft(), version: await rateVersion(change) } };
  },
  "pricing.rates.end": async () => {
    const change = await staff();
    const { rates } = shop.callerOf(change).pricing;
    await rates.add({ ...aRateDraft(), version: await rateVersion(change) });
    const book = (await rates.list()).find(({ currency }) => currency === "EUR");
    return { change, input: { id: book?.rates[0]?.id, currency: "EUR", version: book?.version } };
  },
  "cart.addItem": async () => {
    const { variantId } = await onTheShelf(shop.services);
    return { ...(await customer()), input: { variantId, quantity: 1, currency: "RUB" } };
  },
  "cart.changeQuantity": async () => {
    const { change } = await customer();
    return { change, input: { ...(await inACart(change)), quantity: 5 } };
  },
  "cart.enterCode": async () => {
    const { change } = await customer();
    await inACart(change);
    return { change, input: { code: "TENPERCENT" } };
  },
  "cart.removeCode": async () => {
    const { change } = await customer();
    await inACart(change);
    await shop.callerOf(change).cart.enterCode({ code: "TENPERCENT" });
    return { change, input: { code: "TENPERCENT" } };
  },
  "cart.changeCurrency": async () => {
    const { change } = await customer();
    await inACart(change);
    return { change, input: { currency: "RUB" } };
  },
  "cart.claimGuestCart": async () => {
    const { secret } = await shop.callerOf().cart.addItem({ ...(await anItem()), quantity: 1 });
    const { change } = await customer();
    return { change: { ...change, cartSecret: secret }, input: {} };
  },
  "orders.startCheckout": async () => {
    const { change } = await customer();
    await inACart(change);
    return { change, input: { country: "RU" } };
  },
  "orders.placeOrder": async () => {
    const { change } = await customer();
    await inACart(change);
    const { hash } = await shop.callerOf(change).orders.startCheckout({ country: "RU" });
    return { change, input: anOrderForm(hash) };
  },
  "orders.admin.markShipped": async () => {
    const { order } = await placed();
    return { change: await staff(), input: { id: order.id, version: order.version } };
  },
  "orders.admin.markDelivered": async () => {
    const { order } = await placed();
    const change = await staff();
    const shipped = await shop.callerOf(change).orders.admin.markShipped({ id: order.id, version: order.version });
    return { change, input: { id: order.id, version: shipped.version } };
  },
  "auth.accounts.disable": async () => {
    const { userId } = (await shop.member("customer")).principal;
    return { change: await staff(), input: { userId, reason: "card testing" } };
  },
  "auth.accounts.enable": async () => {
    const { userId } = (await shop.member("customer")).principal;
    const change = await staff();
    await shop.callerOf(change).auth.accounts.disable({ userId, reason: "card testing" });
    return { change, input: { userId, reason: "a mistake" } };
  },
  "users.customers.reveal": async () => {
    const { userId } = (await shop.member("customer")).principal;
    return { change: await staff(), input: { id: userId, field: "email", reason: "they called" } };
  },
  "reviews.write": async () => {
    const { order, change } = await placed();
    const keeper = shop.callerOf(await staff());
    const shipped = await keeper.orders.admin.markShipped({ id: order.id, version: order.version });
    await keeper.orders.admin.markDelivered({ id: order.id, version: shipped.version });
    const productId = order.lines[0]?.productId ?? "";
    return { change, input: { productId, rating: 4, body: "It does what a mug should do, every day." } };
  },
};
const anItem = async () => ({ variantId: (await onTheShelf(shop.services)).variantId, currency: "RUB" as const });

beforeAll(async () => {
  await openForOrders(shop);
  const id = randomUUID();
  await shop.services.promotions.addPromotion({ id, name: { en: "Ten percent" }, basisPoints: 1000 });
  await shop.services.promotions.addCode({ code: "TENPERCENT", promotionId: id });
});

const mutations = allProcedures()
  .filter(([, { type }]) => type === "mutation")
  .map(([path]) => path);

test("every mutation has its scene here", () => {
  expect(Object.keys(scenes).toSorted()).toEqual(mutations.toSorted());
});

/** Number of rows and sum of the counters of every table that mutations write: equal states, equal pictures. */
async function picture(): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('users','auth','cart','orders','inventory','promotions','reviews','core')
    order by 1`.execute(shop.database.db);
  const counts = await Promise.all(
    rows.map(async ({ name }) => {
      const counted = await shop.database.pool.query<{ n: string }>(`select count(*)::text as n from ${name}`);
      return `${name}=${counted.rows[0]?.n}`;
    }),
  );
  const sums = await shop.database.pool.query<Record<string, string>>(
    `select (select coalesce(sum(quantity), 0) from cart.line) lines, (select sum(reserved) from inventory.level) reserved,
            (select sum(on_hand) from inventory.level) on_hand, (select sum(used) from promotions.code) used,
            (select coalesce(sum(stars1+stars2+stars3+stars4+stars5), 0) from reviews.aggregate) stars,
            (select sum(version) from orders."order") versions`,
  );
  return `${counts.join(" ")} ${JSON.stringify(sums.rows[0])}`;
}

test.each(mutations)("%s called twice with one key is done once and answered alike", async (path) => {
  const scene = await scenes[path]?.();
  if (!scene) throw new Error(`no scene for ${path}`);
  const caller = shop.callerOf({ ...scene.change, idempotencyKey: randomUUID() });

  const first = await callAt(caller, path, scene.input);
  const after = await picture();
  const second = await callAt(caller, path, scene.input);

  expect(await picture()).toBe(after);
  expect(withoutTokens(second)).toEqual(withoutTokens(first));
});

test.each(mutations)("%s called at once with one key is done once", async (path) => {
  const scene = await scenes[path]?.();
  if (!scene) throw new Error(`no scene for ${path}`);
  const caller = shop.callerOf({ ...scene.change, idempotencyKey: randomUUID() });

  const [first, second] = await Promise.all([callAt(caller, path, scene.input), callAt(caller, path, scene.input)]);
  const after = await picture();
  await callAt(caller, path, scene.input);

  expect(await picture()).toBe(after);
  expect(withoutTokens(second)).toEqual(withoutTokens(first));
});

/** A refreshed session converges on one refresh token; each answer may carry an access token of its own. */
function withoutTokens(answer: unknown): unknown {
  if (typeof answer !== "object" || answer === null || !("tokens" in answer) || answer.tokens === null) return answer;
  const { tokens, ...rest } = answer;
  return { ...rest, refreshToken: (tokens as { refreshToken?: string }).refreshToken };
}
