/** The bound: raw node:http and pg, no framework, no validation, no session, no idempotency, no reservation for a shopper who hesitates. */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { AS_OF, FACETS, OWN_PRICES, SEARCH, SUGGEST } from "./floor-lists.ts";
import { ADD_ITEM, BEGIN_CART, CART, LISTING, PLACE_ORDER, PRODUCT } from "./floor-statements.ts";
import { MEMBER } from "./people.ts";

interface Body {
  cart: string | null;
  variantId: string;
  quantity: number;
  email: string;
  address: object;
  category?: string;
  q: string;
  filters: { code: string; keys: string[] }[];
  at: string;
}

const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 6 });
const sha256 = (value: string | Buffer) => createHash("sha256").update(value).digest();

async function bodyOf(request: IncomingMessage): Promise<Body> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as Body;
}

async function addItem({ cart, variantId, quantity }: Body) {
  const id = cart ?? randomUUID();
  if (cart) await pool.query({ ...ADD_ITEM, values: [id, variantId, quantity] });
  else await pool.query({ ...BEGIN_CART, values: [id, sha256(id), variantId, quantity] });
  const { rows } = await pool.query({ ...CART, values: [id] });
  return rows[0] as object;
}

async function placeOrder({ cart, email, address }: Body) {
  const values = [cart, randomUUID(), sha256(randomBytes(16)), email, address, randomUUID()];
  const { rows } = await pool.query({ ...PLACE_ORDER, values });
  return rows[0] as object | undefined;
}

async function facets({ category, filters }: Body) {
  const chosen = filters.flatMap(({ code, keys }) => keys.map((key) => ({ code, key })));
  const values = [category, chosen.map(({ code }) => code), chosen.map(({ key }) => key)];
  return (await pool.query({ ...FACETS, values })).rows[0] as object;
}

async function suggest({ q }: Body) {
  const words = q.toLowerCase().split(/\s+/);
  const values = [words.slice(0, -1).join(" "), words.at(-1)];
  return (await pool.query({ ...SUGGEST, values })).rows[0] as object;
}

async function ownPrices(category: string) {
  const { rows } = await pool.query<{ rows: { productId: string; price: object }[] | null }>({
    ...LISTING,
    values: [category, 0],
  });
  const cards = rows[0]?.rows ?? [];
  const values = [cards.map(({ productId }) => productId), MEMBER];
  const prices = await pool.query<{ product_id: string; amount: string }>({ ...OWN_PRICES, values });
  const own = new Map(prices.rows.map((row) => [row.product_id, row]));
  return { ...rows[0], rows: cards.map((card) => ({ ...card, price: own.get(card.productId) ?? card.price })) };
}

async function answer(request: IncomingMessage): Promise<object | undefined> {
  const [, route, argument = "", page = "0"] = (request.url ?? "").split("/");
  switch (route) {
    case "product":
      return (await pool.query({ ...PRODUCT, values: [argument, "RUB"] })).rows[0];
    case "listing":
      return (await pool.query({ ...LISTING, values: [argument, Number(page) * 24] })).rows[0];
    case "add":
      return addItem(await bodyOf(request));
    case "order":
      return placeOrder(await bodyOf(request));
    case "facets":
      return facets(await bodyOf(request));
    case "search":
      return (await pool.query({ ...SEARCH, values: [(await bodyOf(request)).q] })).rows[0];
    case "suggest":
      return suggest(await bodyOf(request));
    case "own-prices":
      return ownPrices(argument);
    case "as-of": {
      const { at, category } = await bodyOf(request);
      return (await pool.query({ ...AS_OF, values: [at, category] })).rows[0];
    }
    case "alive":
      return {};
    default:
      return undefined;
  }
}

const server = createServer((request, response) => {
  answer(request).then(
    (found) => {
      const text = JSON.stringify(found ?? null);
      response.writeHead(found ? 200 : 404, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(text),
      });
      response.end(text);
    },
    (error: Error) => response.writeHead(500).end(error.message),
  );
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("SIGTERM", () => process.exit(0));
process.on("disconnect", () => process.exit(0));
