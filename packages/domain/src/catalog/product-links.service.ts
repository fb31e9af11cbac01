import { type Audit, type AuditEntry, NotFound, StaleVersion, type Transact } from "@vitrina/domain/core";
import type { LinkBack, LinksReader, LinksRepository } from "./product-links.repository.ts";
import { assertLinkable, LinkLimitReached, MOST_LINKS, type LinksChange, type ProductLinks } from "./product-links.ts";

interface Dependencies {
  links: LinksReader;
  transact: Transact<{ productLinks: LinksRepository; audit: Audit }>;
}

/** Links between products by staff (CAT-12). */
export function createLinksService({ links, transact }: Dependencies) {
  return {
    /** @throws NotFound */
    get: (productId: string) => getLinks(links, productId),

    /** @throws NotFound @throws StaleVersion @throws SelfLink @throws LinkLimitReached */
    save: (actorId: string, change: LinksChange): Promise<ProductLinks> =>
      transact(async ({ productLinks: links, audit }) => {
        const { productId, version } = change;
        const before = await links.lock(productId);
        if (!before) throw new NotFound({ what: "product" });
        if (before.version !== version) throw new StaleVersion({ what: "links", current: before.version });
        assertLinkable(change);
        const backs = await links.replace(productId, change.links);
        const overfull = await links.overfull([...new Set(backs.map((back) => back.productId))], MOST_LINKS);
        if (overfull.length > 0) throw new LinkLimitReached({ limit: MOST_LINKS, productIds: overfull });
        const after = await getLinks(links, productId);
        await audit.record(
          {
            ...entryOf(actorId, productId),
            before: { links: before.links.map(shownInTrail) },
            after: { links: after.links.map(shownInTrail) },
          },
          ...backs.map((back) => ({ ...entryOf(actorId, back.productId), ...backInTrail(productId, back) })),
        );
        return after;
      }),
  };
}
export type LinksService = ReturnType<typeof createLinksService>;

async function getLinks(links: LinksReader, productId: string): Promise<ProductLinks> {
  const found = await links.find(productId);
  if (!found) throw new NotFound({ what: "product" });
  return found;
}

const entryOf = (actorId: string, productId: string): AuditEntry => ({
  action: "catalog.links-changed",
  actor: { kind: "user", id: actorId },
  subject: { kind: "product", id: productId },
});

const shownInTrail = ({ targetId, kind, mutual, slug }: ProductLinks["links"][number]) => ({
  kind,
  mutual,
  product: targetId,
  slug,
});

function backInTrail(productId: string, { kind, change }: LinkBack) {
  const link = { links: [{ kind, mutual: true, product: productId }] };
  const none = { links: [] };
  return change === "added" ? { before: none, after: link } : { before: link, after: none };
}
