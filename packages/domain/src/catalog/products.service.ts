import {
  type Audit,
  type AuditEntry,
  type Clock,
  cursorAt,
  type NewId,
  NotFound,
  readPosition,
  type Transact,
} from "@vitrina/domain/core";
import { assertValuesFit, newValues } from "./attribute-values.ts";
import { abridged, factsBetween } from "./product-audit.ts";
import type { NewProduct, ProductFacts, ProductSheet } from "./product-sheet.ts";
import type { ProductStatus } from "./product-state.ts";
import { Gone, HasOrders, ProductChanged } from "./products.errors.ts";
import type { ProductsReader, ProductsRepository, StoredProduct } from "./products.repository.ts";
import { freeSlug, slugify } from "./slug.ts";

export const PRODUCTS_PER_PAGE = 25;

export interface ProductsScope {
  products: ProductsRepository;
  audit: Audit;
}
export interface ProductsDependencies {
  products: ProductsReader;
  transact: Transact<ProductsScope>;
  clock: Clock;
  newId: NewId;
  /** Whether anybody ordered it, ever; asked for while its variants are locked. */
  isOrdered(productId: string): Promise<boolean>;
}

/** A product as it was when its editor saw it. */
export type SeenProduct = Pick<StoredProduct, "id" | "version">;
interface Search {
  q?: string | undefined;
  status?: ProductStatus | undefined;
  cursor?: string | undefined;
}

/** @throws NotFound */
export async function getSheet(products: ProductsReader, id: string, now: Date): Promise<ProductSheet> {
  const product = await products.find(id, now);
  if (!product) throw new NotFound({ what: "product" });
  return product;
}

/** Held until the transaction ends. @throws NotFound @throws ProductChanged */
export async function lockSeen({ products }: Pick<ProductsScope, "products">, { id, version }: SeenProduct) {
  const product = await products.lock(id);
  if (!product) throw new NotFound({ what: "product" });
  if (product.version !== version) throw new ProductChanged({ current: product.version, fields: [] });
  return product;
}

type Change = Pick<AuditEntry, "action"> & {
  actorId: string;
  id: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};
export const recordProduct = (
  { audit }: Pick<ProductsScope, "audit">,
  { action, actorId, id, before, after }: Change,
) =>
  audit.record({
    action,
    actor: { kind: "user", id: actorId },
    subject: { kind: "product", id },
    before: before && abridged(before),
    after: after && abridged(after),
  });

export const factsOf = ({ slug, typeId, name, description, brand, model, taxClass, attributes }: ProductFacts) => ({
  slug,
  typeId,
  name,
  description,
  brand,
  model,
  taxClass,
  attributes,
});

/** Products by staff: found, drafted, edited and deleted (CAT-01, -04, -09). */
export function createProductsService({ products, transact, clock, newId, isOrdered }: ProductsDependencies) {
  return {
    /** @throws InvalidCursor */
    async list({ q, status, cursor }: Search) {
      const page = { text: q?.trim() || undefined, status, now: clock(), after: readPosition(cursor) };
      const found = await products.list({ ...page, limit: PRODUCTS_PER_PAGE + 1 });
      const shown = found.slice(0, PRODUCTS_PER_PAGE);
      const last = shown.at(-1);
      return {
        products: shown,
        nextCursor:
          last && found.length > shown.length ? cursorAt({ at: new Date(last.updatedAt), id: last.id }) : null,
      };
    },

    /** @throws NotFound */
    get: (id: string) => getSheet(products, id, clock()),

    /** Where a product is found now that was at `slug` once. @throws Gone when it is no longer sold @throws NotFound */
    async movedTo(slug: string) {
      const found = await products.findAt(slug);
      if (found?.status === "archived") throw new Gone({ name: found.name, category: found.category });
      if (found?.status !== "published" || found.slug === slug) throw new NotFound({ what: "product" });
      return { slug: found.slug };
    },

    /** A draft that shoppers do not see. @throws SlugTaken for a slug that was asked for */
    create: (actorId: string, { slug, ...draft }: NewProduct) =>
      transact(async (scope) => {
        const product = { ...draft, id: newId(), slug: slug ?? (await ownSlug(scope.products, draft)) };
        await scope.products.add(product, clock());
        const { id, ...after } = product;
        await recordProduct(scope, { action: "catalog.product-created", actorId, id, after });
        return getSheet(scope.products, id, clock());
      }),

    /** @throws NotFound @throws ProductChanged with what differs @throws SlugTaken @throws InvalidAttributes */
    change: (actorId: string, { id, version, ...facts }: SeenProduct & ProductFacts) =>
      transact(async (scope) => {
        const stored = await scope.products.lock(id);
        if (!stored) throw new NotFound({ what: "product" });
        const { before, after } = factsBetween(factsOf(stored), facts);
        if (stored.version !== version) throw changedMeanwhile(stored.version, before, after);
        const given = newValues(stored.attributes, facts.attributes);
        assertValuesFit(given, await scope.products.attributesOf(given.map(([code]) => code)));
        await scope.products.saveFacts({ id, at: clock() }, { ...facts, former: stored.slug });
        await recordProduct(scope, { action: "catalog.product-changed", actorId, id, before, after });
        return getSheet(scope.products, id, clock());
      }),

    /** Puts it into these categories and no others, the primary one first (CAT-06). @throws NotFound @throws ProductChanged */
    classify: (actorId: string, { categoryIds, ...seen }: SeenProduct & { categoryIds: string[] }) =>
      transact(async (scope) => {
        await scope.products.lockTree();
        const { id } = await lockSeen(scope, seen);
        const before = { categories: await scope.products.categoriesOf(id) };
        await scope.products.saveCategories({ id, at: clock() }, categoryIds);
        const after = { categories: await scope.products.categoriesOf(id) };
        await recordProduct(scope, { action: "catalog.product-classified", actorId, id, before, after });
        return getSheet(scope.products, id, clock());
      }),

    /** For good, with its variants, prices and stock. @throws NotFound @throws ProductChanged @throws HasOrders */
    remove: (actorId: string, seen: SeenProduct): Promise<void> =>
      transact(async (scope) => {
        const { id, name, slug, status } = await lockSeen(scope, seen);
        if (await isOrdered(id)) throw new HasOrders({});
        await scope.products.remove(id);
        await recordProduct(scope, { action: "catalog.product-deleted", actorId, id, before: { name, slug, status } });
      }),
  };
}
export type ProductsService = ReturnType<typeof createProductsService>;

async function ownSlug(products: ProductsRepository, { name }: Pick<NewProduct, "name">): Promise<string> {
  const wished = slugify(name.en ?? name.ru ?? "");
  const forms = [wished, ...Array.from({ length: 50 }, (_, index) => `${wished.slice(0, 110)}-${index + 2}`)];
  const taken = new Set(await products.takenSlugs(forms));
  return freeSlug(forms, (form) => taken.has(form));
}

function changedMeanwhile(current: number, theirs: Record<string, unknown>, yours: Record<string, unknown>) {
  const fields = Object.keys(yours).map((field) => ({
    field,
    yours: yours[field] ?? null,
    theirs: theirs[field] ?? null,
  }));
  return new ProductChanged({ current, fields });
}
