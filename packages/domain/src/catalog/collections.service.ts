import {
  type Audit,
  changesBetween,
  type Clock,
  type NewId,
  NotFound,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import {
  type Collection,
  type CollectionDraft,
  COLLECTIONS_PER_PAGE,
  MAX_COLLECTIONS,
  MEMBERS_OF_COLLECTION_PER_PAGE,
} from "./collection.ts";
import { type CollectionRule, faultsIn, mentionsOf, MOST_ATTRIBUTES_OFFERED, termsOf } from "./collection-rule.ts";
import { CollectionKindFixed, CollectionLimitReached, RuleInvalid } from "./collections.errors.ts";
import type { CollectionContents, CollectionsReader, CollectionsRepository } from "./collections.repository.ts";
import { freeAddress } from "./slug.ts";

interface Scope {
  collections: CollectionsRepository;
  audit: Audit;
}
interface Dependencies {
  collections: CollectionsReader;
  contents: CollectionContents;
  transact: Transact<Scope>;
  clock: Clock;
  newId: NewId;
}
type Named = Pick<Collection, "id" | "version">;
interface ByHand {
  id: string;
  productIds: readonly string[];
}

/** Collections of products, by hand and by rule (CAT-07). */
export function createCollectionsService({ collections, contents, transact, clock, newId }: Dependencies) {
  async function get(id: string) {
    const collection = await contents.find(id);
    if (!collection) throw new NotFound({ what: "collection" });
    return collection;
  }
  async function lock({ collections }: Scope, id: string): Promise<Collection> {
    const collection = await collections.lock(id);
    if (!collection) throw new NotFound({ what: "collection" });
    return collection;
  }
  async function lockSeen(scope: Scope, { id, version }: Named) {
    const collection = await lock(scope, id);
    if (collection.version !== version) throw new StaleVersion({ what: "collection", current: collection.version });
    return collection;
  }
  async function assertGood(reader: CollectionsReader, rule: CollectionRule) {
    const faults = faultsIn(rule, await reader.known(mentionsOf(rule)));
    if (faults.length > 0) throw new RuleInvalid({ faults });
  }
  const trailOf = (actorId: string, id: string) => ({
    actor: { kind: "user" as const, id: actorId },
    subject: { kind: "collection", id },
  });
  async function changeByHand(actorId: string, act: "pick" | "drop", { id, productIds }: ByHand) {
    await transact(async (scope) => {
      const { rule } = await lock(scope, id);
      if (rule) throw new CollectionKindFixed({ byRule: true });
      const changed = await scope.collections[act](id, productIds, clock());
      if (changed === 0) return;
      const action = act === "pick" ? "catalog.collection-filled" : "catalog.collection-emptied";
      await scope.audit.record({ action, ...trailOf(actorId, id), after: { productIds } });
    });
    return get(id);
  }

  return {
    /** @throws NotFound */
    get,
    /** By address. `q`: with words of their names that begin so; `cursor` is the last address of the page before. */
    list: async ({ q, cursor }: { q?: string | undefined; cursor?: string | undefined } = {}) =>
      pageOf(
        await contents.list({ q, after: cursor ?? null, limit: COLLECTIONS_PER_PAGE + 1 }),
        COLLECTIONS_PER_PAGE,
        ({ slug }) => slug,
      ),
    /** What its page says of a collection that shoppers may see. @throws NotFound */
    async page(slug: string) {
      const page = await collections.findVisible(slug);
      if (!page) throw new NotFound({ what: "collection" });
      return page;
    },
    members: async ({ id, cursor }: { id: string; cursor?: string | undefined }) =>
      pageOf(
        await contents.members(id, { after: cursor ?? null, limit: MEMBERS_OF_COLLECTION_PER_PAGE + 1 }),
        MEMBERS_OF_COLLECTION_PER_PAGE,
        ({ productId }) => productId,
      ),

    /** Attributes that a rule can ask for. */
    attributes: (text: string) => collections.attributes(text.trim(), MOST_ATTRIBUTES_OFFERED),

    /** How many published products a rule would let in now. @throws RuleInvalid */
    async preview(rule: CollectionRule) {
      await assertGood(collections, rule);
      return contents.countMatching(termsOf(rule));
    },

    /** @throws RuleInvalid @throws AddressTaken @throws CollectionLimitReached */
    async create(actorId: string, { slug, ...draft }: CollectionDraft) {
      const id = newId();
      await transact(async (scope) => {
        if ((await scope.collections.count()) >= MAX_COLLECTIONS)
          throw new CollectionLimitReached({ limit: MAX_COLLECTIONS });
        if (draft.rule) await assertGood(scope.collections, draft.rule);
        const address = slug ?? (await freeAddress(draft.name, scope.collections.takenSlugs));
        await scope.collections.add({ ...draft, id, slug: address, version: 1 }, clock());
        if (draft.rule) await scope.collections.saveRule(id, draft.rule);
        await scope.audit.record({
          action: "catalog.collection-created",
          ...trailOf(actorId, id),
          after: { ...draft, slug: address },
        });
      });
      return get(id);
    },

    /** By another rule, products come and go in the background. @throws NotFound @throws StaleVersion @throws CollectionKindFixed @throws RuleInvalid @throws AddressTaken */
    async change(actorId: string, { id, version, ...draft }: Named & CollectionDraft) {
      await transact(async (scope) => {
        const { name, description, slug, rule, visible } = await lockSeen(scope, { id, version });
        if ((rule === null) !== (draft.rule === null)) throw new CollectionKindFixed({ byRule: rule !== null });
        const wanted = { ...draft, slug: draft.slug ?? slug };
        const changes = changesBetween<typeof wanted>({ name, description, slug, rule, visible }, wanted);
        if (draft.rule && "rule" in changes.after) {
          await assertGood(scope.collections, draft.rule);
          await scope.collections.saveRule(id, draft.rule);
        }
        await scope.collections.save({ ...wanted, id, version: version + 1 });
        await scope.audit.record({ action: "catalog.collection-changed", ...trailOf(actorId, id), ...changes });
      });
      return get(id);
    },

    /** @throws NotFound @throws StaleVersion */
    remove: (actorId: string, named: Named): Promise<void> =>
      transact(async (scope) => {
        const { id, name, slug, rule } = await lockSeen(scope, named);
        await scope.collections.remove(id);
        await scope.audit.record({
          action: "catalog.collection-removed",
          ...trailOf(actorId, id),
          before: { name, slug, rule },
        });
      }),

    /** Puts products in by hand. @throws NotFound @throws CollectionKindFixed */
    pick: (actorId: string, byHand: ByHand) => changeByHand(actorId, "pick", byHand),
    /** Takes products out by hand. @throws NotFound @throws CollectionKindFixed */
    drop: (actorId: string, byHand: ByHand) => changeByHand(actorId, "drop", byHand),
  };
}
export type CollectionsService = ReturnType<typeof createCollectionsService>;

/** `found` holds one row more than the page when there are more. */
function pageOf<Row>(found: Row[], size: number, cursorOf: (row: Row) => string) {
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows, nextCursor: last && found.length > size ? cursorOf(last) : null };
}
