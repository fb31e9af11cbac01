import { mkdirSync } from "node:fs";
import { SingleBar } from "cli-progress";
import { createTransact } from "@vitrina/db/core";
import { renderPictures } from "@vitrina/demo";
import * as z from "zod";
import { type Arguments, Misuse, type Operator, type OperatorCommand } from "#shop/command.ts";
import {
  demoAccounts,
  demoDeliveries,
  demoPromotionDrafts,
  demoReviewRows,
  demoShelf,
  demoTaxRates,
} from "#shop/demo-drafts.ts";
import { rebuildListings, refreshListings } from "#shop/refresh.ts";
import { type CatalogueSize, seedCatalogue } from "#shop/seed-catalogue.ts";

export const seedCommand: OperatorCommand = {
  summary: "fill the shop with the demo catalogue, or with a made one of any size",
  help: `pnpm shop seed [--force] [--without-pictures]
pnpm shop seed --products <n> [--seed <n>] [--without-pictures]

Adds the demo catalogue with its pictures, prices, stock, promotions, reviews and accounts, the taxes and the ways of
delivery. What is there already stays as it is, and so does everything that is not of the demo. In production the demo
has no shopkeepers: make them by pnpm shop user.
  --force   writes the products of the demo, their prices and stock again
  --without-pictures  leaves the drawing out, which takes most of the time

With --products the goods are made by rules instead, so many of them: some 450 categories, 2,000 brands, attributes, prices
and stock spread as in life. The same seed makes the same goods; started again it goes on where it was interrupted, and a
larger number adds to what is there.
  --products <n>   how many, e.g. 1000000
  --seed <n>       of which catalogue, 1 unless told`,
  options: {
    force: { type: "boolean" },
    "without-pictures": { type: "boolean" },
    products: { type: "string" },
    seed: { type: "string" },
  },
  check: async (args) => void sizeOf(args),
  async run(operator, args) {
    const { force, "without-pictures": withoutPictures } = args.values;
    await seed(operator, { force: force === true, pictures: withoutPictures !== true, made: sizeOf(args) });
  },
};

const Size = z.object({
  products: z.coerce.number("--products takes a whole number").int().min(1).max(10_000_000),
  seed: z.coerce.number("--seed takes a whole number").int().min(0).max(1_000_000).default(1),
});

/** Null for the demo. */
function sizeOf({ values }: Arguments): CatalogueSize | null {
  if (values["products"] === undefined && values["seed"] === undefined) return null;
  if (values["force"]) throw new Misuse("--force is of the demo: made goods are never written again.");
  const size = Size.safeParse(values);
  if (!size.success) throw new Misuse(z.prettifyError(size.error));
  return size.data;
}

interface Plan {
  force?: boolean;
  pictures?: boolean;
  made?: CatalogueSize | null;
}

/** Adds what is missing of the demo, or of a made catalogue; twice is once. */
export async function seed(
  operator: Operator,
  { force = false, pictures = true, made = null }: Plan = {},
): Promise<void> {
  await operator.services.pricing.addTaxRates(demoTaxRates);
  await seedDeliveries(operator);
  const written = made ? await seedCatalogue(operator, made) : await seedDemo(operator, force);
  if (pictures) await drawPictures(operator.env.MEDIA_DIR);
  const listings = made ? await listWithProgress(operator) : await refreshListings(operator);
  // Last: a shop with people in it counts as filled. All know their password, so in production they run nothing.
  const production = operator.env.APP_ENV === "production";
  for (const account of demoAccounts)
    if (!production || account.role === "customer") await operator.services.auth.createUser(account);
  console.log(`${written} products written, ${listings} listings refreshed`);
}

async function seedDemo(operator: Operator, force: boolean): Promise<number> {
  const written = await seedShelf(operator, force);
  await seedPromotions(operator);
  await seedReviews(operator);
  return written;
}

const joined = ({ db }: Operator) => createTransact(db, () => ({}));

function seedShelf(operator: Operator, force: boolean): Promise<number> {
  const { catalog, pricing, inventory } = operator.services;
  const { batch, offers } = demoShelf(operator.now());
  return joined(operator)(async () => {
    const imported = await catalog.importProducts({ ...batch, force });
    const fresh = imported.filter(({ outcome }) => force || outcome !== "unchanged");
    const variants = fresh.flatMap(({ outcome, variants }) => variants.map((variant) => ({ ...variant, outcome })));
    const terms = variants.flatMap(({ id, sku, outcome }) => {
      const offer = offers.get(sku);
      return offer ? [{ ...offer, variantId: id, outcome }] : [];
    });
    const by = { actor: "seed", reference: "demo" };
    await pricing.setPrices(terms.flatMap(({ variantId, prices }) => prices.map((price) => ({ ...price, variantId }))));
    const counts = terms.filter(({ outcome }) => force || outcome === "created");
    await inventory.count(
      counts.map(({ variantId, stock }) => ({ variantId, onHand: stock })),
      by,
    );
    return fresh.length;
  });
}

async function seedDeliveries({ db }: Operator): Promise<void> {
  await db
    .insertInto("orders.deliveryMethod")
    .values(demoDeliveries)
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
}

async function seedPromotions(operator: Operator): Promise<void> {
  const { promotions } = operator.services;
  const known = await operator.db.selectFrom("promotions.code").select("code").execute();
  const codes = new Set(known.map(({ code }) => code));
  for (const { promotion, code } of demoPromotionDrafts(operator.now())) {
    if (codes.has(code.code)) continue;
    await joined(operator)(async () => {
      await promotions.addPromotion(promotion);
      await promotions.addCode(code);
    });
  }
}

/** They belong to no account, so the aggregate is counted here: only for those that were not there. */
async function seedReviews(operator: Operator): Promise<void> {
  const { db } = operator;
  const products = await db
    .selectFrom("catalog.product")
    .select(["id", "externalId"])
    .where("source", "=", "demo")
    .execute();
  const ids = new Map(products.map(({ id, externalId }) => [externalId, id]));
  const rows = demoReviewRows(ids, operator.now());
  await joined(operator)(async () => {
    const added = await db
      .insertInto("reviews.review")
      .values(rows)
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning(["productId", "rating"])
      .execute();
    for (const [productId, reviews] of Map.groupBy(added, (review) => review.productId)) {
      const stars = [1, 2, 3, 4, 5].map((star) => reviews.filter(({ rating }) => rating === star).length);
      const [stars1 = 0, stars2 = 0, stars3 = 0, stars4 = 0, stars5 = 0] = stars;
      await db
        .insertInto("reviews.aggregate")
        .values({ productId, stars1, stars2, stars3, stars4, stars5 })
        .onConflict((conflict) =>
          conflict.column("productId").doUpdateSet((eb) => ({
            stars1: eb("reviews.aggregate.stars1", "+", stars1),
            stars2: eb("reviews.aggregate.stars2", "+", stars2),
            stars3: eb("reviews.aggregate.stars3", "+", stars3),
            stars4: eb("reviews.aggregate.stars4", "+", stars4),
            stars5: eb("reviews.aggregate.stars5", "+", stars5),
          })),
        )
        .execute();
    }
  });
}

async function listWithProgress(operator: Operator): Promise<number> {
  const bar = new SingleBar({ format: "Listing {bar} {value}/{total} | {eta_formatted} left", hideCursor: true });
  let started = false;
  try {
    return await rebuildListings(operator, (done, total) => {
      if (!started) bar.start(total, done);
      started = true;
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}

async function drawPictures(outDir: string): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  const bar = new SingleBar({ format: "Drawing pictures {bar} {value}/{total}", hideCursor: true });
  let started = false;
  await renderPictures({
    outDir,
    onProgress(done, total) {
      if (!started) bar.start(total, done);
      started = true;
      bar.update(done);
    },
  });
  if (started) bar.stop();
}
