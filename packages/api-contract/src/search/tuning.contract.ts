import { Id } from "@vitrina/domain/core";
import {
  ListingLag,
  MAX_RULES,
  MOST_ZERO_RESULTS,
  PreviewedLists,
  QueryRule,
  QueryRuleDraft,
  RulePreview,
  ShownQueryRule,
  Synonym,
  SynonymDraft,
  ZeroResult,
} from "@vitrina/domain/search";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

const Named = Synonym.pick({ id: true, version: true }).strict();

/** How staff tune the search (SRCH-06). Refused `search.rule-conflict` where two rules would say different things. */
export const tuningContract = {
  synonyms: query({ input: z.void(), output: z.array(Synonym).max(MAX_RULES) }),
  createSynonym: mutation({ input: SynonymDraft, output: Synonym }),
  changeSynonym: mutation({ input: SynonymDraft.extend(Named.shape), output: Synonym }),
  removeSynonym: mutation({ input: Named, output: z.object({}) }),
  queryRules: query({ input: z.void(), output: z.array(QueryRule).max(MAX_RULES) }),
  queryRule: query({ input: z.strictObject({ id: Id }), output: ShownQueryRule }),
  createQueryRule: mutation({ input: QueryRuleDraft, output: ShownQueryRule }),
  changeQueryRule: mutation({ input: QueryRuleDraft.extend(Named.shape), output: ShownQueryRule }),
  removeQueryRule: mutation({ input: Named, output: z.object({}) }),
  /** What was searched for in the last 30 days and found nothing, the most frequent first. */
  zeroResults: query({ input: z.void(), output: z.array(ZeroResult).max(MOST_ZERO_RESULTS) }),
  /** How far lists are behind the shop (SRCH-07). */
  lag: query({ input: z.void(), output: ListingLag }),
  /** A query's first page without and with a rule that is not saved. */
  preview: query({ input: RulePreview, output: PreviewedLists }),
};
