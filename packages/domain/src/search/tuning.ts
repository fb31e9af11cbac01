import * as z from "zod";
import { Id, Locale, LocalizedText, Slug, Version } from "@vitrina/domain/core";
import { wordsOf } from "./words.ts";

export const MOST_PHRASES = 20;
export const MOST_PINNED = 20;
export const MOST_BURIED = 50;
/** Most of each kind of rule at once. */
export const MAX_RULES = 500;
const LONGEST_PHRASE = 3;
/** Zero results that are shown, those asked most often. */
export const MOST_ZERO_RESULTS = 100;

/** What is compared of a query or a phrase: its words, folded. */
export const foldedPhrase = (phrase: string): string => wordsOf(phrase).join(" ");

const Phrase = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((phrase) => {
    const words = wordsOf(phrase).length;
    return words > 0 && words <= LONGEST_PHRASE;
  });

/** What is called the same (SRCH-06). */
export const Synonym = z.object({
  id: Id,
  /** `group`: who types one finds the others too. `one-way`: only who types the first does. */
  kind: z.enum(["group", "one-way"]),
  /** Of the shoppers it is for; null for all. */
  language: Locale.nullable(),
  /** Of one to three words each. */
  phrases: z.array(Phrase).min(2).max(MOST_PHRASES),
  version: Version,
});
export type Synonym = z.infer<typeof Synonym>;
export const SynonymDraft = Synonym.omit({ id: true, version: true }).strict();
export type SynonymDraft = z.infer<typeof SynonymDraft>;

/** Products that stand first, in this order, or last when somebody asks for just this (SRCH-06). */
export const QueryRule = z.object({
  id: Id,
  query: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((query) => wordsOf(query).length > 0),
  pinned: z.array(Id).max(MOST_PINNED),
  buried: z.array(Id).max(MOST_BURIED),
  version: Version,
});
export type QueryRule = z.infer<typeof QueryRule>;
export const QueryRuleDraft = QueryRule.omit({ id: true, version: true }).strict();
export type QueryRuleDraft = z.infer<typeof QueryRuleDraft>;

export const RuledProduct = z.object({ productId: Id, slug: Slug, name: LocalizedText });
export type RuledProduct = z.infer<typeof RuledProduct>;

/** A rule with what is known of its products; those that no list shows now are left out of `products`. */
export const ShownQueryRule = QueryRule.extend({ products: z.array(RuledProduct).max(MOST_PINNED + MOST_BURIED) });
export type ShownQueryRule = z.infer<typeof ShownQueryRule>;

/** A query of the last 30 days that found nothing when it was asked last. */
export const ZeroResult = z.object({ query: z.string(), asked: z.int(), days: z.int() });
export type ZeroResult = z.infer<typeof ZeroResult>;

/** A rule that is not saved yet, and the query to look at it with. An `id` names the saved one that it would take the place of. */
export const RulePreview = z.strictObject({
  q: z.string().trim().min(1).max(200),
  synonym: SynonymDraft.extend({ id: Id.optional() }).optional(),
  rule: QueryRuleDraft.extend({ id: Id.optional() }).optional(),
});
export type RulePreview = z.infer<typeof RulePreview>;

const PreviewedList = z.object({ total: z.int(), rows: z.array(RuledProduct).max(24) });
/** The first page without and with the rule. */
export const PreviewedLists = z.object({ before: PreviewedList, after: PreviewedList });
export type PreviewedLists = z.infer<typeof PreviewedLists>;
