import { contract } from "@vitrina/api-contract";
import { may, POLICY, type Principal } from "@vitrina/domain/auth";
import { DomainError } from "@vitrina/domain/core";
import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { allProcedures, callAt, type Caller, testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";

const shop = testShop();
const ACTORS = ["anonymous", "guest", "customer", "staff", "admin"] as const;
type Actor = (typeof ACTORS)[number];

/** Things of someone else, which every actor tries to reach. */
let foreign: { orderId: string; token: string; variantId: string; productId: string };
interface Standing {
  call: Caller;
  principal: Principal | null;
}
const actors = new Map<Actor, Standing>();

async function enter(actor: Actor): Promise<Standing> {
  if (actor === "anonymous") return { call: shop.callerOf(), principal: null };
  if (actor === "guest") return { call: shop.guest(), principal: null };
  const { principal } = await shop.member(actor);
  return { call: shop.callerOf({ principal }), principal };
}

const aStrangeLink = () => ({ token: randomBytes(32).toString("base64url") });

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
  "auth.lookAtLink": aStrangeLink,
  "auth.verifyEmail": aStrangeLink,
  "auth.resendVerification": () => ({}),
  "auth.askReset": () => ({ email: "nobody@vitrina.example" }),
  "auth.resetPassword": () => ({ ...aStrangeLink(), password: "four unrelated words here" }),
  "auth.changeEmail": () => ({ email: `${randomUUID()}@vitrina.example` }),
  "auth.confirmEmail": aStrangeLink,
  "auth.undoEmailChange": aStrangeLink,
  "users.me": () => undefined,
  "users.profile": () => undefined,
  "catalog.categories": () => undefined,
  "search.list": () => ({ currency: "RUB" }),
  "search.home": () => ({ currency: "RUB" }),
  "search.product": () => ({ slug: "nothing-of-the-kind", currency: "RUB" }),
  "cart.view": () => ({ currency: "RUB" }),
  "cart.addItem": () => ({ variantId: foreign.variantId, quantity: 1, currency: "RUB" }),
  "cart.changeQuantity": () => ({ variantId: foreign.variantId, quantity: 5, version: 1 }),
  "cart.enterCode": () => ({ code: "NOSUCHCODE" }),
  "cart.removeCode": () => ({ code: "NOSUCHCODE" }),
  "cart.changeCurrency": () => ({ currency: "RUB" }),
  "cart.claimGuestCart": () => ({}),
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
  "reviews.write": () => ({ productId: foreign.productId, rating: 5, body: "I have never had this in my hands." }),
};

/** Procedures that answer only about the caller's own things, named by an id: a stranger's id must not be found. */
const NAMED_BY_ID = new Set(["orders.get"]);

const procedures = allProcedures().map(([path, { meta }]) => ({ path, meta }));

beforeAll(async () => {
  await openForOrders(shop);
  const { variantId, productId } = await onTheShelf(shop.services);
  const owner = await shop.signedIn("customer");
  await owner.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const quote = await owner.orders.startCheckout({ country: "RU" });
  const { order, token } = await owner.orders.placeOrder(anOrderForm(quote.hash));
  foreign = { orderId: order.id, token, variantId, productId };

  for (const actor of ACTORS) actors.set(actor, await enter(actor));
});

test("every procedure states what it permits, and is known to the policy and to this test", () => {
  expect(procedures.length).toBeGreaterThan(25);
  for (const { path, meta } of procedures) {
    expect(Object.hasOwn(POLICY, meta?.permission ?? ""), path).toBe(true);
    expect(inputs, path).toHaveProperty([path]);
  }
  expect(Object.keys(inputs).toSorted()).toEqual(procedures.map(({ path }) => path).toSorted());
});

test("the contract promises exactly the procedures there are", () => {
  const promised = (node: object, prefix = ""): string[] =>
    Object.entries(node).flatMap(([name, value]: [string, object]) =>
      "type" in value ? [prefix + name] : promised(value, `${prefix}${name}.`),
    );

  expect(promised(contract).toSorted()).toEqual(procedures.map(({ path }) => path).toSorted());
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

const DENIED = new Set(["auth.sign-in-required", "auth.forbidden"]);

test.each(procedures.flatMap(({ path, meta }) => ACTORS.map((actor) => ({ path, meta, actor }))))(
  "$actor calling $path gets what the policy says",
  async ({ path, meta, actor }) => {
    // Signing out ends the session, so it gets one of its own.
    const { call, principal } = (path !== "auth.signOut" && actors.get(actor)) || (await enter(actor));
    if (!meta?.permission) throw new Error("no permission stated");
    const allowed = may(principal, meta.permission) !== null && !(meta.signedIn && principal === null);

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
