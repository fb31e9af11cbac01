import type { Clock } from "@vitrina/domain/core";
import type { ListingQuery } from "./listing.ts";
import { wordsOf } from "./words.ts";

const DAY = 86_400_000;
/** Popular is what was asked lately, in days. */
const LATELY = 30;
const KEPT = 90;
/** Different queries that wait to be written; more are not counted. */
const MOST_WAITING = 1_000;
const LONGEST = 60;
/** Numbers of so many digits may be somebody's: a telephone, a card, an order. */
const PERSONAL = /\d{5}|@/;

/** How often a query was asked, and how many products it found the last time. */
export interface QueryCount {
  query: string;
  asked: number;
  found: number;
}

export interface QueryLogRepository {
  /** Adds to what was asked on the day. */
  record(day: Date, counts: QueryCount[]): Promise<void>;
  /** Makes the popular queries anew from what was asked since the day. */
  digest(since: Date): Promise<void>;
  forget(before: Date): Promise<void>;
}

interface Dependencies {
  queries: QueryLogRepository;
  clock: Clock;
  /** Does the work in a while, off the request's path. */
  later: (work: () => Promise<void>) => void;
}

/** SRCH-05, -06: what is searched for, counted without a trace of who asked. */
export function createQueryLog({ queries, clock, later }: Dependencies) {
  let waiting = new Map<string, QueryCount>();
  const flush = async () => {
    const counts = [...waiting.values()];
    waiting = new Map();
    if (counts.length > 0) await queries.record(clock(), counts);
  };
  return {
    /** Counts a search of the whole shop; what is lost when the process ends is no more than a while's. */
    note(asked: ListingQuery, found: number): void {
      const query = countedQuery(asked);
      if (query === null) return;
      const former = waiting.get(query);
      if (!former && waiting.size >= MOST_WAITING) return;
      if (waiting.size === 0) later(flush);
      waiting.set(query, { query, asked: (former?.asked ?? 0) + 1, found });
    },
    flush,
    /** Makes the popular queries anew and forgets old ones. */
    async digest(): Promise<void> {
      const now = clock().getTime();
      await queries.forget(new Date(now - KEPT * DAY));
      await queries.digest(new Date(now - LATELY * DAY));
    },
  };
}
export type QueryLog = ReturnType<typeof createQueryLog>;

/** The words of a query by which it is counted; null when it is filtered, turned to a later page, or may tell of a person. */
export function countedQuery({
  q,
  currency: _,
  withFacets: __,
  page,
  sort: ___,
  locale: ____,
  ...narrowed
}: ListingQuery): string | null {
  if (q === undefined || page > 1 || Object.values(narrowed).some((value) => value !== undefined)) return null;
  const query = wordsOf(q).join(" ");
  return query === "" || query.length > LONGEST || PERSONAL.test(q.replaceAll(/[\s()-]/g, "")) ? null : query;
}
