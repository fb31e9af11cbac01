import { type Part, signIn } from "./scene.ts";
import { type Ask, openLane, run } from "./load.ts";
import { dataOf, mutation, query, secretOf } from "./shopping.ts";
import { quantile } from "./statistics.ts";

type Headers = Record<string, string>;

/** Carts that are changed at once, each one change at a time. */
const CARTS = 4;

/**
 * What it costs to know who asks: processor time of the same call with and without it, in turns. A shopkeeper's reading
 * is compared with a customer's, whose token is believed.
 */
export const principal: Part = async ({ server, pool, postgresCpu, goods, accounts, quick }) => {
  const [shopkeeper = "", ...customers] = accounts.slice(0, 1 + CARTS);
  await pool.query("update users.user set role = 'admin' where email = $1", [shopkeeper]);
  const lane = await openLane(server.port);
  const bearerOf = async (email: string): Promise<Headers> => {
    const { tokens } = dataOf<{ tokens: { accessToken: string } }>(await lane.ask(signIn(email)));
    return { authorization: `Bearer ${tokens.accessToken}` };
  };
  const fill = (headers: Headers) =>
    lane.ask(mutation("cart.addItem", { variantId: goods.variantIds[0], quantity: 1, currency: "RUB" }, headers));
  const asShopkeeper = await bearerOf(shopkeeper);
  const asCustomers: Headers[] = [];
  const asGuests: Headers[] = [];
  for (const email of customers) {
    const asCustomer = await bearerOf(email);
    await fill(asCustomer);
    asCustomers.push(asCustomer);
    asGuests.push({ "x-cart-secret": secretOf(await fill({})) });
  }
  lane.close();

  let turn = 0;
  const read = (headers: Headers): Ask => {
    const asked = query("search.product", { slug: goods.slugs[turn++ % goods.slugs.length], currency: "RUB" });
    return { ...asked, headers: { ...asked.headers, ...headers } };
  };
  const readOwn = (headers: Headers): Ask => ({
    path: "/trpc/users.profile",
    headers: { "x-realm": "api", ...headers },
  });
  const write = (headers: Headers = {}) => mutation("cart.changeCurrency", { currency: "RUB" }, headers);
  const cost = async (next: (lane: number) => Ask, lanes: number) => {
    const spent = () => server.cpu() + postgresCpu();
    const before = spent();
    const { count } = await run(server.port, { next }, { seconds: quick ? 1 : 2, lanes });
    return (spent() - before) / count;
  };

  const reads = { nobody: [] as number[], customer: [] as number[] };
  const own = { customer: [] as number[], shopkeeper: [] as number[] };
  const writes = { guest: [] as number[], customer: [] as number[] };
  for (let round = 0; round < (quick ? 3 : 7); round++) {
    reads.nobody.push(await cost(() => read({}), 16));
    reads.customer.push(await cost(() => read(asCustomers[0] ?? {}), 16));
    own.customer.push(await cost(() => readOwn(asCustomers[0] ?? {}), 16));
    own.shopkeeper.push(await cost(() => readOwn(asShopkeeper), 16));
    writes.guest.push(await cost((index) => write(asGuests[index]), CARTS));
    writes.customer.push(await cost((index) => write(asCustomers[index]), CARTS));
  }
  const row = (name: string, without: number[], with_: number[]) => {
    // The first round warms up.
    const [less, more] = [quantile(without.slice(1), 0.5), quantile(with_.slice(1), 0.5)];
    return [name, less.toFixed(2), more.toFixed(2), `${(100 * (1 - less / more)).toFixed(0)} %`];
  };
  return {
    missed: false,
    rows: [
      ["processor time per call with PostgreSQL's, ms", "without", "with it", "share"],
      row("product by slug, customer: the token", reads.nobody, reads.customer),
      row("own profile, shopkeeper: rights as they are now", own.customer, own.shopkeeper),
      row("currency of the cart, customer: rights in the transaction", writes.guest, writes.customer),
    ],
  };
};
