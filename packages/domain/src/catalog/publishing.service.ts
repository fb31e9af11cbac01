import type { Clock, Transact } from "@vitrina/domain/core";
import type { ProductSheet } from "./product-sheet.ts";
import { blockersOf, type SaleFacts } from "./publishing.ts";
import { InvalidPublishPeriod, NotPublishable } from "./products.errors.ts";
import type { ProductsReader, Publication } from "./products.repository.ts";
import { getSheet, lockSeen, type ProductsScope, recordProduct, type SeenProduct } from "./products.service.ts";

interface Dependencies {
  products: ProductsReader;
  transact: Transact<ProductsScope>;
  clock: Clock;
  /** What prices and taxes say of the variants of products. */
  saleFactsOf(asked: readonly { variantIds: string[]; taxClass: string }[]): Promise<SaleFacts[]>;
}
interface Period {
  /** ISO instants; null: at once, and without end. */
  from: string | null;
  until: string | null;
}

/** Publishing by hand and by the clock, taking back and archiving (CAT-08, -09). */
export function createPublishingService({ products, transact, clock, saleFactsOf }: Dependencies) {
  async function checklist(reader: ProductsReader, sheet: ProductSheet) {
    const { id, taxClass, variants } = sheet;
    const [sale] = await saleFactsOf([{ variantIds: variants.map((variant) => variant.id), taxClass }]);
    return blockersOf(sheet, {
      pictures: await reader.countPictures(id),
      sale: sale ?? { unpriced: [], taxed: false },
    });
  }
  const publicationOf = ({ status, publishAt, unpublishAt }: Publication) => ({ status, publishAt, unpublishAt });

  interface Move extends SeenProduct {
    actorId: string;
    action: `catalog.product-${string}`;
    to: Publication;
  }
  async function move(scope: ProductsScope, { actorId, action, to, ...seen }: Move): Promise<ProductSheet> {
    const before = publicationOf(await lockSeen(scope, seen));
    await scope.products.savePublication({ id: seen.id, at: clock() }, to);
    await recordProduct(scope, { action, actorId, id: seen.id, before, after: { ...to } });
    return getSheet(scope.products, seen.id, clock());
  }

  return {
    /** "Can it be bought?" Everything that is missing. @throws NotFound */
    checklist: async (id: string) => checklist(products, await getSheet(products, id, clock())),

    /** At once, or at an instant, and until one. @throws NotFound @throws ProductChanged @throws InvalidPublishPeriod @throws NotPublishable */
    publish: (actorId: string, { from, until, ...seen }: SeenProduct & Period) =>
      transact(async (scope) => {
        const now = clock();
        const publishAt = from === null ? null : new Date(from);
        const unpublishAt = until === null ? null : new Date(until);
        if (unpublishAt && unpublishAt <= (publishAt && publishAt > now ? publishAt : now))
          throw new InvalidPublishPeriod({});
        await lockSeen(scope, seen);
        const blockers = await checklist(scope.products, await getSheet(scope.products, seen.id, now));
        if (blockers.length > 0) throw new NotPublishable({ blockers });
        const to: Publication = { status: "published", publishAt, unpublishAt };
        return move(scope, { ...seen, actorId, action: "catalog.product-published", to });
      }),

    /** Back to a draft, at once; its address then leads nowhere. @throws NotFound @throws ProductChanged */
    unpublish: (actorId: string, seen: SeenProduct) =>
      transact((scope) => {
        const to: Publication = { status: "draft", publishAt: null, unpublishAt: null };
        return move(scope, { ...seen, actorId, action: "catalog.product-unpublished", to });
      }),

    /** Out of the shop, while its address tells that it is no longer sold. @throws NotFound @throws ProductChanged */
    archive: (actorId: string, seen: SeenProduct) =>
      transact((scope) => {
        const to: Publication = { status: "archived", publishAt: null, unpublishAt: null };
        return move(scope, { ...seen, actorId, action: "catalog.product-archived", to });
      }),
  };
}
export type PublishingService = ReturnType<typeof createPublishingService>;
