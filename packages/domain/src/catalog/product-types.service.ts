import { type Audit, changesBetween, type NewId, NotFound, StaleVersion, type Transact } from "@vitrina/domain/core";
import type { AttributesReader, AttributesRepository } from "./attributes.repository.ts";
import type { ProductType, ProductTypeDraft } from "./product-type.ts";
import { TypeInUse, TypeLimitReached } from "./products.errors.ts";

export const MAX_TYPES = 200;

interface Scope {
  attributes: AttributesRepository;
  audit: Audit;
}
interface Dependencies {
  attributes: AttributesReader;
  transact: Transact<Scope>;
  newId: NewId;
}
type Named = Pick<ProductType, "id" | "version">;

/** Sorts of products and what each says of itself (CAT-02). */
export function createProductTypesService({ attributes, transact, newId }: Dependencies) {
  const trailOf = (actorId: string, id: string) => ({
    actor: { kind: "user" as const, id: actorId },
    subject: { kind: "product-type", id },
  });

  return {
    list: () => attributes.types(MAX_TYPES),

    /** How many products are of the type. */
    use: async (id: string) => ({ products: await attributes.productsOfType(id) }),

    /** @throws TypeCodeTaken @throws TypeLimitReached @throws InvalidAttributes */
    create: (actorId: string, draft: ProductTypeDraft) =>
      transact(async (scope) => {
        const types = await scope.attributes.types(MAX_TYPES);
        if (types.length >= MAX_TYPES) throw new TypeLimitReached({ limit: MAX_TYPES });
        const id = newId();
        await scope.attributes.addType(id, draft);
        await scope.audit.record({ action: "catalog.type-created", ...trailOf(actorId, id), after: auditOf(draft) });
        return get(scope.attributes, id);
      }),

    /** An attribute that is taken out stays with the products as a loose one. @throws NotFound @throws StaleVersion @throws TypeCodeTaken @throws InvalidAttributes */
    change: (actorId: string, { id, version, ...draft }: Named & ProductTypeDraft) =>
      transact(async (scope) => {
        const former = await lockSeen(scope, { id, version });
        await scope.attributes.saveType(id, draft);
        const changes = changesBetween(auditOf(former), auditOf(draft));
        await scope.audit.record({ action: "catalog.type-changed", ...trailOf(actorId, id), ...changes });
        return get(scope.attributes, id);
      }),

    /** @throws NotFound @throws StaleVersion @throws TypeInUse */
    remove: (actorId: string, named: Named): Promise<void> =>
      transact(async (scope) => {
        const former = await lockSeen(scope, named);
        const products = await scope.attributes.productsOfType(named.id);
        if (products > 0) throw new TypeInUse({ products });
        await scope.attributes.removeType(named.id);
        const before = auditOf(former);
        await scope.audit.record({ action: "catalog.type-removed", ...trailOf(actorId, named.id), before });
      }),
  };
}
export type ProductTypesService = ReturnType<typeof createProductTypesService>;

/** Attributes as one word each: "weight required". */
const auditOf = ({ code, name, attributes }: ProductTypeDraft | ProductType): Record<string, unknown> => ({
  code,
  name,
  attributes: attributes.map((each) =>
    [each.code, each.required && "required", each.perVariant && "per variant"].filter(Boolean).join(" "),
  ),
});

async function get(attributes: AttributesReader, id: string): Promise<ProductType> {
  const type = await attributes.findType(id);
  if (!type) throw new NotFound({ what: "type" });
  return type;
}

async function lockSeen({ attributes }: Scope, { id, version }: Named): Promise<ProductType> {
  const type = await attributes.lockType(id);
  if (!type) throw new NotFound({ what: "type" });
  if (type.version !== version) throw new StaleVersion({ what: "type", current: type.version });
  return type;
}
