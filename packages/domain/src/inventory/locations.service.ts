import { type Audit, changesBetween, type NewId, NotFound, StaleVersion, type Transact } from "@vitrina/domain/core";
import { HasStock, LocationLimitReached, MainLocationStays } from "./inventory.errors.ts";
import { type LocationDraft, MAX_LOCATIONS, type StockLocation } from "./location.ts";
import type { LocationsReader, LocationsRepository } from "./locations.repository.ts";
import { MAIN_LOCATION } from "./stock.ts";

interface Scope {
  locations: LocationsRepository;
  audit: Audit;
}
interface Dependencies {
  locations: LocationsReader;
  transact: Transact<Scope>;
  newId: NewId;
}
type Named = Pick<StockLocation, "id" | "version">;

/** The places goods lie in, as staff arrange them (INV-01). */
export function createLocationsService({ locations, transact, newId }: Dependencies) {
  async function lockSeen({ locations }: Scope, { id, version }: Named): Promise<StockLocation> {
    const location = await locations.lock(id);
    if (!location) throw new NotFound({ what: "location" });
    if (location.version !== version) throw new StaleVersion({ what: "location", current: location.version });
    return location;
  }
  const trailOf = (actorId: string, id: string) => ({
    actor: { kind: "user" as const, id: actorId },
    subject: { kind: "location", id },
  });

  return {
    list: () => locations.list(MAX_LOCATIONS),

    /** @throws LocationCodeTaken @throws LocationLimitReached */
    create: (actorId: string, draft: LocationDraft): Promise<StockLocation> =>
      transact(async (scope) => {
        if ((await scope.locations.count()) >= MAX_LOCATIONS) throw new LocationLimitReached({ limit: MAX_LOCATIONS });
        const location = { ...draft, id: newId(), version: 1 };
        await scope.locations.add(location);
        await scope.audit.record({
          action: "inventory.location-created",
          ...trailOf(actorId, location.id),
          after: draft,
        });
        return location;
      }),

    /** Closing and opening too. @throws NotFound @throws StaleVersion @throws LocationCodeTaken */
    change: (actorId: string, { id, version, ...draft }: Named & LocationDraft): Promise<StockLocation> =>
      transact(async (scope) => {
        const { id: _, version: __, ...former } = await lockSeen(scope, { id, version });
        const location = { ...draft, id, version: version + 1 };
        await scope.locations.save(location);
        const changes = changesBetween<LocationDraft>(former, draft);
        await scope.audit.record({ action: "inventory.location-changed", ...trailOf(actorId, id), ...changes });
        return location;
      }),

    /** @throws NotFound @throws StaleVersion @throws HasStock @throws MainLocationStays */
    remove: (actorId: string, named: Named): Promise<void> =>
      transact(async (scope) => {
        const { id, version: _, ...before } = await lockSeen(scope, named);
        if (id === MAIN_LOCATION) throw new MainLocationStays({});
        const pieces = await scope.locations.piecesIn(id);
        if (pieces > 0) throw new HasStock({ pieces });
        await scope.locations.remove(id);
        await scope.audit.record({ action: "inventory.location-removed", ...trailOf(actorId, id), before });
      }),
  };
}
export type LocationsService = ReturnType<typeof createLocationsService>;
