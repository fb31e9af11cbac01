import {
  type Audit,
  changesBetween,
  type Clock,
  type NewId,
  NotFound,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import type { SearchRepository, TextLookup } from "./search.repository.ts";
import { listPage } from "./search.service.ts";
import { RuleConflict, RuleLimitReached } from "./tuning.errors.ts";
import type { TuningReader, TuningRepository } from "./tuning.repository.ts";
import {
  MAX_RULES,
  MOST_ZERO_RESULTS,
  type PreviewedLists,
  type QueryRule,
  type QueryRuleDraft,
  type RulePreview,
  type ShownQueryRule,
  type Synonym,
  type SynonymDraft,
} from "./tuning.ts";

const DAY = 86_400_000;
const LATELY = 30;
const NOBODY = { ruleId: null, phrase: null };

interface Scope {
  tuning: TuningRepository;
  audit: Audit;
}
interface Dependencies {
  tuning: TuningReader;
  search: SearchRepository;
  transact: Transact<Scope>;
  clock: Clock;
  newId: NewId;
}
type Named = Pick<Synonym, "id" | "version">;

/** How staff tune the search (SRCH-06): synonyms, and products put first or last for a query. */
export function createTuningService({ tuning, search, transact, clock, newId }: Dependencies) {
  const trailOf = (actorId: string, subject: { kind: "synonym" | "query-rule"; id: string }) => ({
    actor: { kind: "user" as const, id: actorId },
    subject,
  });
  const assertSeen = (what: string, former: Named | null, { version }: Named) => {
    if (!former) throw new NotFound({ what });
    if (former.version !== version) throw new StaleVersion({ what, current: former.version });
  };
  async function getRule(reader: TuningReader, id: string): Promise<ShownQueryRule> {
    const rule = await reader.findQueryRule(id);
    if (!rule) throw new NotFound({ what: "query-rule" });
    return { ...rule, products: await reader.products([...rule.pinned, ...rule.buried]) };
  }

  async function addSynonym({ tuning }: Pick<Scope, "tuning">, draft: SynonymDraft): Promise<Synonym> {
    if ((await tuning.synonyms(MAX_RULES)).length >= MAX_RULES) throw new RuleLimitReached({ limit: MAX_RULES });
    await assertSynonymApart(tuning, draft, null);
    const synonym = { ...draft, id: newId(), version: 1 };
    await tuning.addSynonym(synonym);
    return synonym;
  }
  async function addRule({ tuning }: Pick<Scope, "tuning">, draft: QueryRuleDraft): Promise<QueryRule> {
    if ((await tuning.queryRules(MAX_RULES)).length >= MAX_RULES) throw new RuleLimitReached({ limit: MAX_RULES });
    await assertRuleApart(tuning, draft, null);
    const rule = { ...draft, id: newId(), version: 1 };
    await tuning.addQueryRule(rule);
    return rule;
  }
  return {
    synonyms: () => tuning.synonyms(MAX_RULES),
    queryRules: () => tuning.queryRules(MAX_RULES),
    queryRule: (id: string) => getRule(tuning, id),
    zeroResults: () => tuning.zeroResults(new Date(clock().getTime() - LATELY * DAY), MOST_ZERO_RESULTS),

    /** The first page of a query as it is and as it would be. @throws RuleConflict */
    async preview({ q, ...tried }: RulePreview): Promise<PreviewedLists> {
      const { synonym, rule } = tried;
      if (synonym) await assertSynonymApart(tuning, synonym, synonym.id ?? null);
      if (rule) await assertRuleApart(tuning, rule, rule.id ?? null);
      const look = async (repository: SearchRepository) => {
        const { total, rows } = await listPage(repository, { q, currency: "RUB", page: 1 });
        return { total, rows: rows.map(({ productId, slug, name }) => ({ productId, slug, name })) };
      };
      const trying = { ...search, search: (lookup: TextLookup) => search.search({ ...lookup, tried }) };
      return { before: await look(search), after: await look(trying) };
    },

    /** @throws RuleConflict @throws RuleLimitReached */
    createSynonym: (actorId: string, draft: SynonymDraft): Promise<Synonym> =>
      transact(async (scope) => {
        await scope.tuning.hold();
        const synonym = await addSynonym(scope, draft);
        const trail = trailOf(actorId, { kind: "synonym", id: synonym.id });
        await scope.audit.record({ action: "search.synonym-created", ...trail, after: draft });
        return synonym;
      }),

    /** @throws NotFound @throws StaleVersion @throws RuleConflict */
    changeSynonym: (actorId: string, { id, version, ...draft }: Named & SynonymDraft): Promise<Synonym> =>
      transact(async (scope) => {
        await scope.tuning.hold();
        const former = await scope.tuning.findSynonym(id);
        assertSeen("synonym", former, { id, version });
        await assertSynonymApart(scope.tuning, draft, id);
        const synonym = { ...draft, id, version: version + 1 };
        await scope.tuning.saveSynonym(synonym);
        const changes = changesBetween<Partial<Synonym>>({ ...former }, { ...draft, id, version });
        const trail = trailOf(actorId, { kind: "synonym", id });
        await scope.audit.record({ action: "search.synonym-changed", ...trail, ...changes });
        return synonym;
      }),

    /** @throws NotFound @throws StaleVersion */
    removeSynonym: (actorId: string, named: Named): Promise<void> =>
      transact(async (scope) => {
        await scope.tuning.hold();
        const former = await scope.tuning.findSynonym(named.id);
        assertSeen("synonym", former, named);
        await scope.tuning.removeSynonym(named.id);
        const trail = trailOf(actorId, { kind: "synonym", id: named.id });
        await scope.audit.record({ action: "search.synonym-removed", ...trail, before: { ...former } });
      }),

    /** @throws RuleConflict @throws RuleLimitReached */
    createQueryRule: (actorId: string, draft: QueryRuleDraft): Promise<ShownQueryRule> =>
      transact(async (scope) => {
        await scope.tuning.hold();
        const { id } = await addRule(scope, draft);
        const trail = trailOf(actorId, { kind: "query-rule", id });
        await scope.audit.record({ action: "search.query-rule-created", ...trail, after: draft });
        return getRule(scope.tuning, id);
      }),

    /** @throws NotFound @throws StaleVersion @throws RuleConflict */
    changeQueryRule: (actorId: string, { id, version, ...draft }: Named & QueryRuleDraft): Promise<ShownQueryRule> =>
      transact(async (scope) => {
        await scope.tuning.hold();
        const former = await scope.tuning.findQueryRule(id);
        assertSeen("query-rule", former, { id, version });
        await assertRuleApart(scope.tuning, draft, id);
        await scope.tuning.saveQueryRule({ ...draft, id, version: version + 1 });
        const changes = changesBetween<Partial<QueryRule>>({ ...former }, { ...draft, id, version });
        const trail = trailOf(actorId, { kind: "query-rule", id });
        await scope.audit.record({ action: "search.query-rule-changed", ...trail, ...changes });
        return getRule(scope.tuning, id);
      }),

    /** @throws NotFound @throws StaleVersion */
    removeQueryRule: (actorId: string, named: Named): Promise<void> =>
      transact(async (scope) => {
        await scope.tuning.hold();
        const former = await scope.tuning.findQueryRule(named.id);
        assertSeen("query-rule", former, named);
        await scope.tuning.removeQueryRule(named.id);
        const trail = trailOf(actorId, { kind: "query-rule", id: named.id });
        await scope.audit.record({ action: "search.query-rule-removed", ...trail, before: { ...former } });
      }),
  };
}
export type TuningService = ReturnType<typeof createTuningService>;

async function assertSynonymApart(tuning: TuningReader, draft: SynonymDraft, exceptId: string | null) {
  const clash = await tuning.clashOfSynonym(draft, exceptId);
  if (clash) throw new RuleConflict({ reason: clash.ruleId === null ? "repeated" : "in-another", ...clash });
}

async function assertRuleApart(tuning: TuningReader, draft: QueryRuleDraft, exceptId: string | null) {
  const { query, pinned, buried } = draft;
  if (pinned.some((id) => buried.includes(id))) throw new RuleConflict({ reason: "pinned-and-buried", ...NOBODY });
  const repeated = [pinned, buried].some((ids) => new Set(ids).size < ids.length);
  if (repeated) throw new RuleConflict({ reason: "repeated", ...NOBODY });
  const clash = await tuning.clashOfQuery(query, exceptId);
  if (clash) throw new RuleConflict({ reason: "query-ruled", ...clash });
}
