import type { Collection, CollectionMember, CollectionPage, CountedCollection } from "./collection.ts";
import type { CollectionRule, KnownToRules, RuleAttribute, RuleTerm } from "./collection-rule.ts";

export interface CollectionsReader {
  /** Those that shoppers may see. */
  findVisible(slug: string): Promise<CollectionPage | null>;
  /** Attributes whose code or name has a word that begins so, in their order. */
  attributes(text: string, limit: number): Promise<RuleAttribute[]>;
  /** Which of the things that rules mention there are. */
  known(mentioned: { categoryIds: string[]; attributeCodes: string[] }): Promise<KnownToRules>;
}

/** Spans rooms: what is in a collection, the listing knows. */
export interface CollectionContents {
  /** By address, after one; `q`: with words of their names that begin so. */
  list(page: { q?: string | undefined; after: string | null; limit: number }): Promise<CountedCollection[]>;
  find(id: string): Promise<CountedCollection | null>;
  /** By product id, after one. */
  members(id: string, page: { after: string | null; limit: number }): Promise<CollectionMember[]>;
  /** How many published products fulfil the terms of a rule now; where very many would have to be asked, an estimate. */
  countMatching(terms: readonly RuleTerm[]): Promise<{ products: number; exact: boolean }>;
}

export interface CollectionsRepository extends CollectionsReader {
  count(): Promise<number>;
  takenSlugs(slugs: string[]): Promise<string[]>;
  /** @throws AddressTaken */
  add(collection: Collection, createdAt: Date): Promise<void>;
  /** Holds the collection until the transaction ends. */
  lock(id: string): Promise<Collection | null>;
  /** Everything but its kind; the former address leads to the new one. @throws AddressTaken */
  save(collection: Collection): Promise<void>;
  /** The terms by which products find the rule from now on; the whole catalogue is asked anew in the background. */
  saveRule(id: string, rule: CollectionRule): Promise<void>;
  /** With what is in it. */
  remove(id: string): Promise<void>;
  /** Puts in those that exist; answers how many were not in it yet. */
  pick(id: string, productIds: readonly string[], at: Date): Promise<number>;
  /** Answers how many were in it. */
  drop(id: string, productIds: readonly string[]): Promise<number>;
}
