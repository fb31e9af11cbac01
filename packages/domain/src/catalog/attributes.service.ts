import { type Audit, changesBetween, NotFound, StaleVersion, type Transact } from "@vitrina/domain/core";
import type { Attribute, AttributeTerms } from "./attribute.ts";
import type { AttributesReader, AttributesRepository } from "./attributes.repository.ts";
import { AttributeInUse } from "./products.errors.ts";

export const ATTRIBUTES_PER_PAGE = 50;

export interface AttributesScope {
  attributes: AttributesRepository;
  audit: Audit;
}
interface Dependencies {
  attributes: AttributesReader;
  transact: Transact<AttributesScope>;
}
type Named = Pick<Attribute, "code" | "version">;

/** What products can say of themselves (CAT-02). */
export function createAttributesService({ attributes, transact }: Dependencies) {
  const record = ({ audit }: AttributesScope, { actorId, code, ...act }: Act) =>
    audit.record({ ...act, actor: { kind: "user", id: actorId }, subject: { kind: "attribute", id: code } });

  return {
    /** By code. `cursor`: the last code of the page before. */
    async list({ q, cursor }: { q?: string | undefined; cursor?: string | undefined }) {
      const page = { text: q?.trim().toLowerCase() || undefined, after: cursor ?? null };
      const found = await attributes.list({ ...page, limit: ATTRIBUTES_PER_PAGE + 1 });
      const shown = found.slice(0, ATTRIBUTES_PER_PAGE);
      return { attributes: shown, nextCursor: found.length > shown.length ? (shown.at(-1)?.code ?? null) : null };
    },

    /** @throws NotFound */
    async get(code: string) {
      const attribute = await attributes.find(code);
      if (!attribute) throw new NotFound({ what: "attribute" });
      return attribute;
    },

    /** How many products and types a change would concern. */
    use: (code: string) => attributes.use(code),

    /** @throws AttributeCodeTaken */
    create: (actorId: string, { code, ...terms }: AttributeTerms & { code: string }) =>
      transact(async (scope) => {
        await scope.attributes.add(code, terms);
        await record(scope, { action: "catalog.attribute-created", actorId, code, after: terms });
        return lock(scope, code);
      }),

    /** Name, unit and filter change at any time; a type, or a choice that goes, only while no product has a value by it. @throws NotFound @throws StaleVersion @throws AttributeInUse */
    change: (actorId: string, { code, version, ...terms }: Named & AttributeTerms) =>
      transact(async (scope) => {
        const former = await lockSeen(scope, { code, version });
        const gone = former.choices.map((choice) => choice.code).filter((each) => !hasChoice(terms, each));
        if (terms.type !== former.type) await assertUnused(scope, code);
        else if (gone.length > 0) await assertUnused(scope, code, gone);
        await scope.attributes.save(code, terms);
        const changes = changesBetween<AttributeTerms>(termsOf(former), terms);
        await record(scope, { action: "catalog.attribute-changed", actorId, code, ...changes });
        return lock(scope, code);
      }),

    /** @throws NotFound @throws StaleVersion @throws AttributeInUse */
    remove: (actorId: string, named: Named): Promise<void> =>
      transact(async (scope) => {
        const { code, ...former } = await lockSeen(scope, named);
        const use = await scope.attributes.use(code);
        if (use.products > 0 || use.types > 0) throw new AttributeInUse(use);
        await scope.attributes.remove(code);
        const before = termsOf({ code, ...former });
        await record(scope, { action: "catalog.attribute-removed", actorId, code, before });
      }),
  };
}
export type AttributesService = ReturnType<typeof createAttributesService>;

interface Act {
  action: `catalog.attribute-${string}`;
  actorId: string;
  code: string;
  before?: object;
  after?: object;
}

const termsOf = ({ name, unit, type, choices, filterable }: Attribute): AttributeTerms => ({
  name,
  unit,
  type,
  choices,
  filterable,
});

const hasChoice = ({ choices }: AttributeTerms, code: string) => choices.some((choice) => choice.code === code);

/** @throws AttributeInUse */
async function assertUnused({ attributes }: AttributesScope, code: string, values?: string[]): Promise<void> {
  const use = await attributes.use(code, values);
  if (use.products > 0) throw new AttributeInUse(use);
}

async function lock({ attributes }: AttributesScope, code: string): Promise<Attribute> {
  const attribute = await attributes.lock(code);
  if (!attribute) throw new NotFound({ what: "attribute" });
  return attribute;
}

async function lockSeen(scope: AttributesScope, { code, version }: Named): Promise<Attribute> {
  const attribute = await lock(scope, code);
  if (attribute.version !== version) throw new StaleVersion({ what: "attribute", current: attribute.version });
  return attribute;
}
