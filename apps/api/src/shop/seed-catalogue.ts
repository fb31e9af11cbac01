import { SingleBar } from "cli-progress";
import { type Catalogue, createCatalogue, type MadeProduct, TODAY } from "@vitrina/catalogue";
import { createTransact } from "@vitrina/db/core";
import { demoCategories, demoProducts } from "@vitrina/demo";
import { frameRows, productRows, type Shelf } from "#shop/catalogue-rows.ts";
import type { Operator } from "#shop/command.ts";

export interface CatalogueSize {
  products: number;
  seed: number;
}

/** Products that come and go together: all of a batch are written, or none. */
const BATCH = 1_000;
/** Batches on their way at once: while PostgreSQL writes some, the next one is made. */
const LANES = 2;

/**
 * Writes the first so many products of the seed's catalogue straight into their tables, the same rows for the same seed;
 * what is there already is passed over, so an interrupted one is simply started again. Their listings are still to be made.
 * Returns how many it wrote.
 */
export async function seedCatalogue({ db }: Operator, { products, seed }: CatalogueSize): Promise<number> {
  const catalogue = createCatalogue(seed);
  const made = shelfOf(catalogue, seed);
  const transact = createTransact(db, () => ({}));
  await transact(async () => {
    for (const rows of frameRows(catalogue, made)) await rows.execute(db);
  });
  const shelf = { ...made, typeIds: await typesOf(db) };
  const bar = new SingleBar({ format: "{bar} {value}/{total} products | {eta_formatted} left", hideCursor: true });
  bar.start(products, 0);
  let [next, written] = [0, 0];
  const lane = async () => {
    while (next < products) {
      const from = next;
      const until = (next = Math.min(products, from + BATCH));
      const added = await transact(() => writeBatch({ db, catalogue, shelf }, from, until));
      written += added;
      bar.increment(until - from);
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    bar.stop();
  }
  return written;
}

interface Writing extends Pick<Operator, "db"> {
  catalogue: Catalogue;
  shelf: Shelf;
}

async function writeBatch({ db, catalogue, shelf }: Writing, from: number, until: number): Promise<number> {
  const wanted = Array.from({ length: until - from }, (_, index) => String(from + index));
  const there = await db
    .selectFrom("catalog.product")
    .select("externalId")
    .where("source", "=", shelf.source)
    .where((eb) => eb("externalId", "=", eb.fn.any(eb.val(wanted))))
    .execute();
  const known = new Set(there.map(({ externalId }) => externalId));
  const missing = wanted.filter((externalId) => !known.has(externalId));
  if (missing.length === 0) return 0;
  const products = missing.map((externalId) => catalogue.product(Number(externalId)));
  for (const rows of productRows(products, shelf)) await rows.execute(db);
  return products.length;
}

async function typesOf(db: Operator["db"]): Promise<Map<string, string>> {
  const types = await db.selectFrom("catalog.productType").select(["code", "id"]).execute();
  return new Map(types.map(({ code, id }) => [code, id]));
}

function shelfOf({ categories }: Catalogue, seed: number): Omit<Shelf, "typeIds"> {
  const pictures = demoPictures();
  return {
    source: `seed-${seed}`,
    at: TODAY,
    categoryIds: new Map(categories.map(({ slug, id }) => [slug, id])),
    pictureOf: ({ department, externalId }: MadeProduct) => {
      const fitting = pictures.get(PICTURED_AS[department] ?? "home") ?? [];
      return fitting[Number(externalId) % fitting.length] ?? "";
    },
  };
}

/** Of each department, the part of the demo that lends its pictures. */
const PICTURED_AS: Record<string, string> = {
  kitchen: "kitchen",
  appliances: "electronics",
  electronics: "electronics",
  furniture: "furniture",
  clothes: "wear",
  "shoes-and-bags": "wear",
  children: "books-and-games",
  "beauty-and-health": "bathroom",
  "books-and-office": "books-and-games",
};

function demoPictures(): Map<string, string[]> {
  const rootOf = new Map(demoCategories.map(({ slug, parent }) => [slug, parent ?? slug]));
  const byRoot = Map.groupBy(demoProducts, ({ category }) => rootOf.get(category) ?? "");
  const keysOf = (products: typeof demoProducts) => products.flatMap(({ pictures }) => pictures.map(({ key }) => key));
  return new Map([...byRoot].map(([root, products]) => [root, keysOf(products)]));
}
