import {
  type Audit,
  changesBetween,
  InvalidCursor,
  type NewId,
  NotFound,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import { CategoryCycle, CategoryNotEmpty, CategoryTooDeep } from "./categories.errors.ts";
import type { Addressed, CategoriesReader, CategoriesRepository, CategoryPosition } from "./categories.repository.ts";
import {
  type Ancestors,
  CATEGORIES_PER_PAGE,
  type CategoryChange,
  type CategoryEntry,
  type CategoryMove,
  isTooDeep,
  makesCycle,
  CATEGORY_CHOICES,
  MOST_LEVELS,
  type PlacedCategory,
} from "./category.ts";
import { freeAddress } from "./slug.ts";

interface Scope {
  categories: CategoriesRepository;
  audit: Audit;
}
interface Dependencies {
  categories: CategoriesReader;
  transact: Transact<Scope>;
  newId: NewId;
}
type Named = Pick<PlacedCategory, "id" | "version">;

/** The tree of categories as the people of the shop keep it (CAT-06). */
export function createCategoriesService({ categories, transact, newId }: Dependencies) {
  async function get(reader: CategoriesReader, id: string): Promise<PlacedCategory> {
    const category = await reader.find(id);
    if (!category) throw new NotFound({ what: "category" });
    return category;
  }
  async function getSeen({ categories }: Scope, { id, version }: Named) {
    await categories.lockTree();
    const category = await get(categories, id);
    if (category.version !== version) throw new StaleVersion({ what: "category", current: category.version });
    return category;
  }
  async function parentOf({ categories }: Scope, id: string | null): Promise<Ancestors | null> {
    if (id === null) return null;
    const parent = await categories.ancestorsOf(id);
    if (!parent) throw new NotFound({ what: "category" });
    return parent;
  }
  const trailOf = (actorId: string, id: string) => ({
    actor: { kind: "user" as const, id: actorId },
    subject: { kind: "category", id },
  });

  return {
    /** @throws NotFound */
    get: (id: string) => get(categories, id),
    choices: (text: string) => categories.choices(text.trim(), CATEGORY_CHOICES),
    /** Where a page that has moved is found now. @throws NotFound */
    async movedTo(kind: Addressed, slug: string) {
      const present = await categories.movedTo(kind, slug);
      if (present === null) throw new NotFound({ what: kind });
      return { slug: present };
    },

    /** Directly below `parentId`, null being the root. @throws InvalidCursor */
    async list({ parentId, cursor }: { parentId: string | null; cursor?: string | undefined }) {
      const found = await categories.list(parentId, { after: readPlace(cursor), limit: CATEGORIES_PER_PAGE + 1 });
      const rows = found.slice(0, CATEGORIES_PER_PAGE);
      const last = rows.at(-1);
      return { rows, nextCursor: last && found.length > rows.length ? `${last.position}_${last.id}` : null };
    },

    /** The last among its siblings. @throws NotFound @throws CategoryTooDeep @throws AddressTaken */
    create: (actorId: string, { parentId, name, slug }: CategoryEntry) =>
      transact(async (scope) => {
        await scope.categories.lockTree();
        const parent = await parentOf(scope, parentId);
        if (isTooDeep(parent, 1)) throw new CategoryTooDeep({ limit: MOST_LEVELS });
        const id = newId();
        const address = slug ?? (await freeAddress(name, (slugs) => scope.categories.takenSlugs("category", slugs)));
        await scope.categories.addLast({
          id,
          parentId,
          name,
          slug: address,
          ancestorIds: [...(parent?.ancestorIds ?? []), id],
        });
        const after = { parentId, name, slug: address };
        await scope.audit.record({ action: "catalog.category-created", ...trailOf(actorId, id), after });
        return get(scope.categories, id);
      }),

    /** Renames it or gives it another address, to which the former one leads. @throws NotFound @throws StaleVersion @throws AddressTaken */
    change: (actorId: string, { id, version, ...wanted }: CategoryChange) =>
      transact(async (scope) => {
        const { name, slug } = await getSeen(scope, { id, version });
        const changes = changesBetween<typeof wanted>({ name, slug }, wanted);
        await scope.categories.save({ ...wanted, id, version: version + 1 });
        await scope.audit.record({ action: "catalog.category-changed", ...trailOf(actorId, id), ...changes });
        return get(scope.categories, id);
      }),

    /** Moves it with all below it, or among its siblings. @throws NotFound @throws StaleVersion @throws CategoryCycle @throws CategoryTooDeep */
    move: (actorId: string, { id, version, parentId, index }: CategoryMove) =>
      transact(async (scope) => {
        const before = await getSeen(scope, { id, version });
        const parent = await parentOf(scope, parentId);
        if (makesCycle(id, parent)) throw new CategoryCycle({});
        if (isTooDeep(parent, await scope.categories.heightOf(id))) throw new CategoryTooDeep({ limit: MOST_LEVELS });
        await scope.categories.move({ id, parentId, index });
        const after = await get(scope.categories, id);
        const place = ({ parentId, position }: PlacedCategory) => ({ parentId, position });
        const changes = changesBetween(place(before), place(after));
        await scope.audit.record({ action: "catalog.category-moved", ...trailOf(actorId, id), ...changes });
        return after;
      }),

    /** @throws NotFound @throws StaleVersion @throws CategoryNotEmpty */
    remove: (actorId: string, named: Named): Promise<void> =>
      transact(async (scope) => {
        const { id, parentId, name, slug, children, hasProducts } = await getSeen(scope, named);
        if (children > 0 || hasProducts) throw new CategoryNotEmpty({ children, hasProducts });
        await scope.categories.remove(id);
        const before = { parentId, name, slug };
        await scope.audit.record({ action: "catalog.category-removed", ...trailOf(actorId, id), before });
      }),
  };
}
export type CategoriesService = ReturnType<typeof createCategoriesService>;

const PLACE = /^(\d{1,9})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readPlace(cursor: string | undefined): CategoryPosition | null {
  if (cursor === undefined) return null;
  const [, position, id] = PLACE.exec(cursor) ?? [];
  if (position === undefined || id === undefined) throw new InvalidCursor({});
  return { position: Number(position), id };
}
