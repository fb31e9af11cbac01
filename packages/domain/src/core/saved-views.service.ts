import { type Audit, changesBetween } from "./audit.ts";
import type { Clock, NewId } from "./clock.ts";
import { NotFound, StaleVersion } from "./errors.ts";
import {
  MOST_OWN_VIEWS,
  type SavedView,
  type SavedViewDraft,
  type ViewedList,
  ViewLimitReached,
} from "./saved-view.ts";
import type { Transact } from "./transact.ts";

export type StoredView = SavedViewDraft & { id: string; ownerId: string; list: ViewedList; version: number };

export interface SavedViewsReader {
  /** Their own and shared ones, their own first, by name. */
  list(personId: string, list: ViewedList): Promise<SavedView[]>;
}
export interface SavedViewsRepository extends SavedViewsReader {
  count(ownerId: string, list: ViewedList): Promise<number>;
  add(view: StoredView, at: Date): Promise<void>;
  /** Of its owner only, until the end of the transaction. */
  lock(id: string, ownerId: string): Promise<StoredView | null>;
  save(view: StoredView): Promise<void>;
  remove(id: string): Promise<void>;
}

interface Dependencies {
  views: SavedViewsReader;
  transact: Transact<{ views: SavedViewsRepository; audit: Audit }>;
  clock: Clock;
  newId: NewId;
}
interface Owned {
  id: string;
  list: ViewedList;
  version: number;
}

/** Views of lists that people in the shop keep under names, for themselves or for all. */
export function createSavedViewsService({ views, transact, clock, newId }: Dependencies) {
  async function lockOwn(repository: SavedViewsRepository, ownerId: string, { id, list, version }: Owned) {
    const view = await repository.lock(id, ownerId);
    if (view?.list !== list) throw new NotFound({ what: "view" });
    if (view.version !== version) throw new StaleVersion({ what: "view", current: view.version });
    return view;
  }
  const trail = (verb: string, { ownerId, id }: StoredView) => ({
    action: `core.view-${verb}` as const,
    actor: { kind: "user" as const, id: ownerId },
    subject: { kind: "view", id },
  });
  const told = ({ list, name, search, shared }: StoredView) => ({ list, name, search, shared });

  return {
    list: views.list,

    /** @throws ViewLimitReached */
    add: (ownerId: string, draft: SavedViewDraft & { list: ViewedList }) =>
      transact(async (scope) => {
        if ((await scope.views.count(ownerId, draft.list)) >= MOST_OWN_VIEWS)
          throw new ViewLimitReached({ limit: MOST_OWN_VIEWS });
        const view = { ...draft, id: newId(), ownerId, version: 1 };
        await scope.views.add(view, clock());
        await scope.audit.record({ ...trail("saved", view), after: told(view) });
        return scope.views.list(ownerId, draft.list);
      }),

    /** @throws NotFound @throws StaleVersion */
    change: (ownerId: string, { name, shared, search, ...owned }: SavedViewDraft & Owned) =>
      transact(async (scope) => {
        const view = await lockOwn(scope.views, ownerId, owned);
        const changed = { ...view, name, shared, search };
        await scope.views.save({ ...changed, version: view.version + 1 });
        await scope.audit.record({ ...trail("changed", view), ...changesBetween(told(view), told(changed)) });
        return scope.views.list(ownerId, view.list);
      }),

    /** @throws NotFound @throws StaleVersion */
    remove: (ownerId: string, owned: Owned) =>
      transact(async (scope) => {
        const view = await lockOwn(scope.views, ownerId, owned);
        await scope.views.remove(view.id);
        await scope.audit.record({ ...trail("removed", view), before: told(view) });
        return scope.views.list(ownerId, view.list);
      }),
  };
}
