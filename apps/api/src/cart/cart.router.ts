import { randomBytes } from "node:crypto";
import { contract, type Endpoints } from "@vitrina/api-contract";
import type * as z from "zod";
import { ownerOf, secretHashOf } from "#core/cart-owner.ts";
import { cookieLine } from "#core/cookies.ts";
import { byNetwork, openProcedure, router, signedInProcedure } from "#trpc.ts";

const { view, addItem, changeQuantity, enterCode, removeCode, changeCurrency, claimGuestCart } = contract.cart;

type CartAnswer = z.infer<typeof addItem.output>;
type Options = NonNullable<Parameters<typeof openProcedure>[1]>;
type Deliver = NonNullable<Options["deliver"]>;
type Limits = NonNullable<Options["limits"]>;

const GUEST_CART_KEPT = 30 * 86_400_000;

function newGuest() {
  const secret = randomBytes(16).toString("base64url");
  return { secret, secretHash: secretHashOf(secret) };
}

/** Programs keep the secret of a guest's cart themselves, browsers as a cookie that no script can read. */
const deliverSecret: Deliver = (ctx, answer) => {
  const added = answer as CartAnswer;
  if (ctx.realm === "api" || added.secret === null) return added;
  const expires = new Date(ctx.now().getTime() + GUEST_CART_KEPT);
  ctx.setCookies.push(cookieLine("cart", { https: ctx.https, text: added.secret, expires }));
  return { ...added, secret: null };
};

/** The guest's cart is no more. */
const forgetSecret: Deliver = (ctx, answer) => {
  if (ctx.realm === "browser" && ctx.cartSecret !== null)
    ctx.setCookies.push(cookieLine("cart", { https: ctx.https, text: "", expires: null }));
  return answer;
};

/** Codes are money: nobody finds one by trying (PRM-06). */
const guessesOfCodes: Limits = (ctx) => {
  const cart = ctx.principal?.userId ?? ctx.cartSecret;
  return [...byNetwork("code-by-network")(ctx), ...(cart ? [["code-by-cart", cart] as const] : [])];
};

const { viewOf } = contract.cart.admin;

const adminRouter = router({
  viewOf: signedInProcedure("customers:read")
    .input(viewOf.input)
    .output(viewOf.output)
    .query(({ ctx, input: { userId, currency } }) => ctx.services.cart.view({ userId }, currency)),
} satisfies Endpoints<typeof contract.cart.admin>);

export const cartRouter = router({
  view: openProcedure("cart:read")
    .input(view.input)
    .output(view.output)
    .query(({ ctx, input }) => ctx.services.cart.view(ownerOf(ctx), input.currency)),

  addItem: openProcedure("cart:write", { deliver: deliverSecret })
    .input(addItem.input)
    .output(addItem.output)
    .mutation(async ({ ctx, input }) => {
      const customer = ctx.principal && { userId: ctx.principal.userId };
      let guest: { secret: string; secretHash: Uint8Array } | undefined;
      const newcomer = () => customer ?? (guest ??= newGuest());
      const { cart, owner } = await ctx.services.cart.addItem({ owner: ownerOf(ctx), newcomer }, input);
      if (customer) return { ...cart, secret: null };
      return { ...cart, secret: guest && owner === guest ? guest.secret : ctx.cartSecret };
    }),

  changeQuantity: openProcedure("cart:write")
    .input(changeQuantity.input)
    .output(changeQuantity.output)
    .mutation(({ ctx, input }) => ctx.services.cart.changeQuantity(ownerOf(ctx), input)),

  enterCode: openProcedure("cart:write", { limits: guessesOfCodes })
    .input(enterCode.input)
    .output(enterCode.output)
    .mutation(({ ctx, input }) => ctx.services.cart.enterCode(ownerOf(ctx), input.code)),

  removeCode: openProcedure("cart:write")
    .input(removeCode.input)
    .output(removeCode.output)
    .mutation(({ ctx, input }) => ctx.services.cart.removeCode(ownerOf(ctx), input.code)),

  changeCurrency: openProcedure("cart:write")
    .input(changeCurrency.input)
    .output(changeCurrency.output)
    .mutation(({ ctx, input }) => ctx.services.cart.changeCurrency(ownerOf(ctx), input.currency)),

  claimGuestCart: signedInProcedure("cart:write", { deliver: forgetSecret })
    .input(claimGuestCart.input)
    .output(claimGuestCart.output)
    .mutation(({ ctx, input }) => {
      const guest = ctx.cartSecret === null ? null : { secretHash: secretHashOf(ctx.cartSecret) };
      return ctx.services.cart.claimGuestCart(ctx.principal.userId, guest, input.currency);
    }),

  admin: adminRouter,
} satisfies Endpoints<typeof contract.cart>);
