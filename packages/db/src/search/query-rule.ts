// oxlint-disable-next-line no-restricted-imports -- parts of one statement with an answer in JSON, which the builder cannot say
import { sql } from "kysely";
import { scopeBits } from "./bits.ts";
import type { Resolved, Scope } from "./resolve.ts";
import { CHUNK, type Fragment, WHOLE_SHOP } from "./search-sql.ts";

type Rule = Resolved["rule"];
/** Above and below all ranks; each pinned product has one of its own, the first the highest. */
const PINNED = sql`9000`;
const BURIED = sql`-1`;

/** The hits (CTE `hit`), and where the list looks what staff pinned to the query, whatever its texts say. */
export const withPins = (rule: Rule, here: Scope): Fragment =>
  rule
    ? sql`
      select chunk, bit_or(bits) as bits from (
        select chunk, bits from hit
        union all
        select scope.chunk, search.bits_of(l.ordinal % ${CHUNK}, 1)::bit(32000) & scope.bits
        from search.listing as l join (${scopeBits(here)}) as scope on scope.chunk = l.ordinal / ${CHUNK}
        where l.product_id = any(${rule.pinned}::uuid[]) group by scope.chunk, scope.bits
      ) as found group by chunk`
    : sql`select chunk, bits from hit`;

/** The rank of a `candidate`: that of its texts, unless staff gave it a place. */
export const ruledRank = (rule: Rule, rank: Fragment): Fragment =>
  rule
    ? sql`case when candidate.product_id = any(${rule.pinned}::uuid[]) then ${PINNED} - array_position(${rule.pinned}::uuid[], candidate.product_id)
        when candidate.product_id = any(${rule.buried}::uuid[]) then ${BURIED} else ${rank} end`
    : rank;

/** The candidates, and of what fits (CTE `cut`) all pinned products, however many others there are. */
export const pinnedToo = (rule: Rule, candidates: Fragment): Fragment =>
  rule
    ? sql`
      select * from (${candidates}) as other where other.product_id <> all(${rule.pinned}::uuid[])
      union all
      select p.product_id, p.ordinal, p.prominence from search.placement as p join cut on cut.number = -1 and cut.chunk = p.ordinal / ${CHUNK}
      where p.category_id = ${WHOLE_SHOP} and p.product_id = any(${rule.pinned}::uuid[]) and get_bit(cut.bits, p.ordinal % ${CHUNK}) = 1`
    : candidates;

/** Of placements, here called p: pinned ones are candidates first, buried ones last. */
export const pinnedFirst = (rule: Rule): Fragment =>
  rule ? sql`p.product_id = any(${rule.pinned}::uuid[]) desc, p.product_id = any(${rule.buried}::uuid[]),` : sql``;
