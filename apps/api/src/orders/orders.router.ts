import { contract, type Endpoints } from "@vitrina/api-contract";
import { type Locale, maskEmail } from "@vitrina/domain/core";
import { EmptyCart, maskContact, type Order } from "@vitrina/domain/orders";
import type { Context } from "#context.ts";
import { ownerOf } from "#core/cart-owner.ts";
import { byNetwork, hasNow, openProcedure, router, signedInProcedure } from "#trpc.ts";
import { allocationsRouter } from "./allocations.router.ts";

const { delivery, startCheckout, placeOrder, list, get, getByToken, claimable, claim, lastAddress, admin } =
  contract.orders;

function buyerOf(ctx: Context) {
  const owner = ownerOf(ctx);
  if (!owner) throw new EmptyCart({});
  return owner;
}

/** People are written to in the language of their profile, guests in that of the page. */
async function languageOfLetters({ principal, services, locale }: Context): Promise<Locale> {
  const profile = principal && (await services.users.findProfile(principal.userId));
  return profile?.locale ?? locale;
}

/** A checkout holds goods, and guests cost nothing: one network must not hold the whole shelf. */
const checkoutsOfGuests = (ctx: Context) => (ctx.principal ? [] : byNetwork("guest-checkout-by-network")(ctx));

/** An order as a shopkeeper may see it: whom it goes to is a right of its own. */
async function shown(ctx: Parameters<typeof hasNow>[0], order: Order) {
  return (await hasNow(ctx, "orders:address")) ? { ...order, masked: false } : { ...maskContact(order), masked: true };
}

const adminRouter = router({
  list: signedInProcedure("orders:manage")
    .input(admin.list.input)
    .output(admin.list.output)
    .query(async ({ ctx, input }) => {
      const seesContacts = await hasNow(ctx, "orders:address");
      const page = await ctx.services.orders.admin.list({ ...input, wholeEmail: !seesContacts });
      if (seesContacts) return page;
      return { ...page, orders: page.orders.map((order) => ({ ...order, email: maskEmail(order.email) })) };
    }),

  waiting: signedInProcedure("orders:manage")
    .input(admin.waiting.input)
    .output(admin.waiting.output)
    .query(({ ctx }) => ctx.services.orders.admin.waiting()),

  listOf: signedInProcedure("customers:read")
    .input(admin.listOf.input)
    .output(admin.listOf.output)
    .query(({ ctx, input: { userId, ...page } }) => ctx.services.orders.list(userId, page)),

  get: signedInProcedure("orders:manage")
    .input(admin.get.input)
    .output(admin.get.output)
    .query(async ({ ctx, input }) => shown(ctx, await ctx.services.orders.admin.get(input.id))),

  revealContact: signedInProcedure("customers:reveal")
    .input(admin.revealContact.input)
    .output(admin.revealContact.output)
    .mutation(({ ctx, input }) => ctx.services.orders.admin.revealContact(ctx.principal.userId, input)),

  markShipped: signedInProcedure("orders:manage")
    .input(admin.markShipped.input)
    .output(admin.markShipped.output)
    .mutation(async ({ ctx, input }) =>
      shown(ctx, await ctx.services.orders.admin.markShipped({ ...input, actor: ctx.principal.userId })),
    ),

  markDelivered: signedInProcedure("orders:manage")
    .input(admin.markDelivered.input)
    .output(admin.markDelivered.output)
    .mutation(async ({ ctx, input }) =>
      shown(ctx, await ctx.services.orders.admin.markDelivered({ ...input, actor: ctx.principal.userId })),
    ),
} satisfies Endpoints<typeof admin>);

export const ordersRouter = router({
  delivery: openProcedure("catalog:read")
    .input(delivery.input)
    .output(delivery.output)
    .query(({ ctx, input }) => ctx.services.delivery.offers(input.currency)),

  startCheckout: openProcedure("orders:place", { limits: checkoutsOfGuests })
    .input(startCheckout.input)
    .output(startCheckout.output)
    .mutation(({ ctx, input }) => ctx.services.orders.startCheckout(buyerOf(ctx), input)),

  placeOrder: openProcedure("orders:place")
    .input(placeOrder.input)
    .output(placeOrder.output)
    .mutation(async ({ ctx, input }) =>
      ctx.services.orders.placeOrder(buyerOf(ctx), input, await languageOfLetters(ctx)),
    ),

  list: signedInProcedure("orders:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.orders.list(ctx.principal.userId, input)),

  get: signedInProcedure("orders:read")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.orders.get(ctx.principal.userId, input.id)),

  getByToken: openProcedure("orders:read")
    .input(getByToken.input)
    .output(getByToken.output)
    .query(({ ctx, input }) => ctx.services.orders.getByToken(input.token)),

  claimable: signedInProcedure("orders:claim")
    .input(claimable.input)
    .output(claimable.output)
    .query(({ ctx }) => ctx.services.claims.listClaimable(ctx.principal.userId)),

  claim: signedInProcedure("orders:claim")
    .input(claim.input)
    .output(claim.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.claims.claim(ctx.principal.userId, input.ids);
      return {};
    }),

  lastAddress: signedInProcedure("orders:read")
    .input(lastAddress.input)
    .output(lastAddress.output)
    .query(({ ctx }) => ctx.services.orders.lastAddress(ctx.principal.userId)),

  admin: adminRouter,
  allocations: allocationsRouter,
} satisfies Endpoints<typeof contract.orders>);
