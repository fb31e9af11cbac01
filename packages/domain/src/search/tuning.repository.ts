import type { QueryRule, RuledProduct, Synonym, SynonymDraft, ZeroResult } from "./tuning.ts";

/** A phrase that another rule, or another place of the draft (`ruleId` is null), has already in the form it is compared in. */
export interface Clash {
  phrase: string;
  ruleId: string | null;
}

export interface TuningReader {
  /** By their first phrases. */
  synonyms(limit: number): Promise<Synonym[]>;
  /** By their queries. */
  queryRules(limit: number): Promise<QueryRule[]>;
  /** Those that lists show now. */
  products(ids: readonly string[]): Promise<RuledProduct[]>;
  findQueryRule(id: string): Promise<QueryRule | null>;
  findSynonym(id: string): Promise<Synonym | null>;
  /** What found nothing the last time: asked on several days since then, or often; the most frequent first. */
  zeroResults(since: Date, limit: number): Promise<ZeroResult[]>;
  clashOfSynonym(draft: SynonymDraft, exceptId: string | null): Promise<Clash | null>;
  clashOfQuery(query: string, exceptId: string | null): Promise<Clash | null>;
}

export interface TuningRepository extends TuningReader {
  /** Until the transaction ends nobody else writes rules. */
  hold(): Promise<void>;
  addSynonym(synonym: Synonym): Promise<void>;
  saveSynonym(synonym: Synonym): Promise<void>;
  removeSynonym(id: string): Promise<void>;
  addQueryRule(rule: QueryRule): Promise<void>;
  saveQueryRule(rule: QueryRule): Promise<void>;
  removeQueryRule(id: string): Promise<void>;
}
