/** What holds for a while, one after another: half-open; null is without beginning or end. */
export interface Dated {
  id: string;
  from: Date | null;
  until: Date | null;
}

/** What a succession needs to become another one. What goes before it began is `cancelled`. */
export interface SuccessionEdit<Row extends Dated> {
  moved: Pick<Row, "id" | "until">[];
  added: Row[];
  cancelled: string[];
}

const startOf = ({ from }: Pick<Dated, "from">) => from?.getTime() ?? -Infinity;
const endOf = ({ until }: Pick<Dated, "until">) => until?.getTime() ?? Infinity;

/** What begins at the very instant at which `row` does. */
export const findClash = <Row extends Dated>(plan: readonly Row[], row: Row): Row | undefined =>
  plan.find((each) => startOf(each) === startOf(row));

/** `row` holds from its beginning until the next one; what holds before it ends there. Nothing else begins then. */
export function succeed<Row extends Dated>(plan: readonly Row[], row: Row): SuccessionEdit<Row> {
  const around = plan.find((each) => startOf(each) < startOf(row) && startOf(row) < endOf(each));
  const [next] = plan.filter((each) => startOf(each) > startOf(row)).toSorted((a, b) => startOf(a) - startOf(b));
  return {
    moved: around ? [{ id: around.id, until: row.from }] : [],
    added: [{ ...row, until: around ? around.until : (next?.from ?? null) }],
    cancelled: [],
  };
}

/** What holds ends now; before what is planned the former goes on in its place. */
export function conclude<Row extends Dated>(plan: readonly Row[], row: Row, now: Date): SuccessionEdit<Row> {
  if (startOf(row) <= now.getTime()) return { moved: [{ id: row.id, until: now }], added: [], cancelled: [] };
  const before = plan.find((each) => endOf(each) === startOf(row));
  return { moved: before ? [{ id: before.id, until: row.until }] : [], added: [], cancelled: [row.id] };
}
