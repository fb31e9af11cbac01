import type { Audit, AuditEntry } from "@vitrina/domain/core";
import type { BulkChange, BulkFields, BulkOutcome, BulkProduct, BulkReason, VariantTerm } from "./bulk-edit.ts";
import type {
  BulkEditsRepository,
  BulkPlan,
  SettledRow,
  StoredBulkEdit,
  StoredBulkProduct,
} from "./bulk-edits.repository.ts";
import { changed, isAs, restored } from "./bulk-rules.ts";
import type { CollectionsRepository } from "./collections.repository.ts";
import { abridged } from "./product-audit.ts";
import { blockersOf, type SaleFacts } from "./publishing.ts";

export type TermChange = BulkChange & { kind: "price" | "safety-stock" };
type Term = Pick<VariantTerm, "amount" | "compareAt">;

/** What the rooms above know and do of variants, in the transaction of the edit. */
export interface BulkTerms {
  saleFactsOf(goods: readonly { variantIds: string[]; taxClass: string }[]): Promise<SaleFacts[]>;
  /** By variant; who is left out has none. */
  read(change: TermChange, variantIds: readonly string[]): Promise<ReadonlyMap<string, Term>>;
  /** Variants that cannot have these terms, because others are planned. */
  barred(change: TermChange, wanted: readonly VariantTerm[]): Promise<ReadonlySet<string>>;
  set(actorId: string, change: TermChange, wanted: readonly VariantTerm[]): Promise<void>;
}
export interface BulkScope {
  bulk: BulkEditsRepository;
  collections: Pick<CollectionsRepository, "lock" | "pick" | "drop">;
  audit: Audit;
}
interface Step {
  scope: BulkScope;
  terms: BulkTerms;
  edit: StoredBulkEdit;
  now: Date;
}
type Found = { product: BulkProduct; stored: StoredBulkProduct };
/** A row of the slice with what becomes of it. */
type Verdict = SettledRow & { found: Found | undefined };

/** Which rows a state works on, and where it leads. */
export const PHASES = {
  checking: { takes: "waiting", leads: "checked" },
  running: { takes: "ready", leads: "done" },
  undoing: { takes: "changed", leads: "undone" },
} as const;
export type BulkPhase = keyof typeof PHASES;
export const isUnderWay = (state: string): state is BulkPhase => Object.hasOwn(PHASES, state);

/** Products of one transaction. */
const SLICE = 200;
/** With variants each. */
const TERMS_SLICE = 50;
const hasTerms = (change: BulkChange): change is TermChange =>
  change.kind === "price" || change.kind === "safety-stock";
export const sliceOf = ({ change }: StoredBulkEdit): number => (hasTerms(change) ? TERMS_SLICE : SLICE);

/** Tries, does or undoes the next products of an edit, by a constant number of statements; answers how many. */
export async function takeStep(step: Step, phase: BulkPhase): Promise<number> {
  const { bulk } = step.scope;
  const rows = await bulk.next(step.edit.id, PHASES[phase].takes, sliceOf(step.edit));
  if (rows.length === 0) return 0;
  const ids = rows.map(({ productId }) => productId);
  if (phase !== "checking") await bulk.lockProducts(ids);
  const found = await find(step, ids);
  const verdicts = rows.map((row) => judge(step, phase, { row, found: found.get(row.productId) }));
  if (phase !== "undoing") await judgePublishing(step, verdicts);
  await judgeTerms(step, verdicts, phase);
  if (phase !== "checking") await write(step, verdicts.filter(isGood));
  await bulk.settle(
    step.edit.id,
    verdicts.map(({ found: _, ...row }) => row),
  );
  return rows.length;
}

async function find({ scope, terms, edit: { change } }: Step, ids: string[]): Promise<Map<string, Found>> {
  const stored = await scope.bulk.products(ids, change);
  const variants = stored.flatMap((product) => product.variants);
  const known = hasTerms(change)
    ? await terms.read(
        change,
        variants.map(({ id }) => id),
      )
    : new Map<string, Term>();
  const termOf = ({ id, sku }: { id: string; sku: string }): VariantTerm => ({
    variantId: id,
    sku,
    ...(known.get(id) ?? { amount: null, compareAt: null }),
  });
  return new Map(
    stored.map((product) => {
      const { id, variants: own, ...fields } = product;
      return [id, { stored: product, product: { ...fields, terms: hasTerms(change) ? own.map(termOf) : [] } }];
    }),
  );
}

const GOOD = { checking: "ready", running: "changed", undoing: "restored" } as const;
const isGood = (verdict: Verdict): verdict is Verdict & { found: Found } =>
  verdict.outcome === "changed" || verdict.outcome === "restored";

function judge({ edit }: Step, phase: BulkPhase, { row, found }: { row: BulkPlan; found: Found | undefined }): Verdict {
  const { productId, before, after } = row;
  const settled = { productId, before, after, blockers: [], found };
  const refused = (reason: BulkReason): Verdict => ({
    ...settled,
    outcome: phase === "undoing" ? "kept" : "refused",
    reason,
  });
  if (!found) return refused("deleted");
  if (phase === "running" && !isAs(found.product, before)) return refused("changed-since");
  if (phase === "running") return { ...settled, outcome: "changed", reason: null };
  const verdict = phase === "checking" ? changed(found.product, edit.change) : restored(found.product, row);
  if ("refused" in verdict) return refused(verdict.refused);
  const outcome: BulkOutcome = Object.keys(verdict.after).length === 0 ? "unchanged" : GOOD[phase];
  return phase === "checking"
    ? { ...settled, ...verdict, outcome, reason: null }
    : { ...settled, outcome: GOOD[phase], reason: null };
}

/** Refuses what lacks something to be sold (CAT-08). */
async function judgePublishing({ scope, terms, edit }: Step, verdicts: Verdict[]): Promise<void> {
  if (edit.change.kind !== "publish") return;
  const asked = verdicts.filter(({ outcome }) => outcome === "ready" || outcome === "changed");
  const judged = await scope.bulk.judged(asked.map(({ productId }) => productId));
  const products = asked.flatMap((verdict) => {
    const product = judged.get(verdict.productId);
    return product ? [{ verdict, product }] : [];
  });
  const sales = await terms.saleFactsOf(
    products.map(({ product: { variants, taxClass } }) => ({ variantIds: variants.map(({ id }) => id), taxClass })),
  );
  products.forEach(({ verdict, product: { pictures, ...product } }, index) => {
    const blockers = blockersOf(product, { pictures, sale: sales[index] ?? { unpriced: [], taxed: false } });
    if (blockers.length > 0) Object.assign(verdict, { outcome: "refused", reason: "not-publishable", blockers });
  });
}

/** The terms that a product gets which it has not. */
const newTerms = ({ found, before, after }: Verdict, phase: BulkPhase): VariantTerm[] => {
  const known = new Map(found?.product.terms.map((term) => [term.variantId, term]));
  const wanted = (phase === "undoing" ? before.terms : after.terms) ?? [];
  return wanted.filter((term) => {
    const now = known.get(term.variantId);
    return now && (now.amount !== term.amount || now.compareAt !== term.compareAt);
  });
};

async function judgeTerms({ terms, edit: { change } }: Step, verdicts: Verdict[], phase: BulkPhase): Promise<void> {
  if (!hasTerms(change)) return;
  const asked = verdicts.filter((verdict) => isGood(verdict) || verdict.outcome === "ready");
  const barred = await terms.barred(
    change,
    asked.flatMap((verdict) => newTerms(verdict, phase)),
  );
  for (const verdict of asked)
    if (newTerms(verdict, phase).some(({ variantId }) => barred.has(variantId)))
      Object.assign(verdict, { outcome: phase === "undoing" ? "kept" : "refused", reason: "price-planned" });
}

const FIELDS = ["status", "publishAt", "unpublishAt", "brand", "featured", "primaryCategoryId", "inCategory"] as const;

async function write(step: Step, verdicts: (Verdict & { found: Found })[]): Promise<void> {
  const { scope, terms, edit, now } = step;
  const { change, actorId } = edit;
  const undoing = edit.state === "undoing";
  const wanted = ({ before, after }: BulkPlan) => (undoing ? before : after);
  const touched = verdicts.filter((verdict) => FIELDS.some((field) => field in wanted(verdict)));
  await scope.bulk.save(
    touched.map((verdict) => ({ ...verdict.found.stored, ...wanted(verdict) })),
    now,
  );
  const idsWith = (field: "inCategory" | "picked", value: boolean) =>
    verdicts.filter((verdict) => wanted(verdict)[field] === value).map(({ productId }) => productId);
  if (change.kind === "category") {
    await scope.bulk.place(change.categoryId, idsWith("inCategory", true));
    await scope.bulk.unplace(change.categoryId, idsWith("inCategory", false));
  }
  if (change.kind === "collection") {
    await scope.collections.pick(change.collectionId, idsWith("picked", true), now);
    await scope.collections.drop(change.collectionId, idsWith("picked", false));
  }
  const phase = undoing ? "undoing" : "running";
  if (hasTerms(change))
    await terms.set(
      actorId,
      change,
      verdicts.flatMap((verdict) => newTerms(verdict, phase)),
    );
  else await scope.audit.record(...verdicts.map((verdict) => trailOf(edit, verdict)));
}

const VERBS = { publish: "published", unpublish: "unpublished", archive: "archived" } as const;

/** What the trail says of one product; prices and stock are told by their own rooms. */
function trailOf({ change, state, actorId }: StoredBulkEdit, { productId, before, after }: BulkPlan): AuditEntry {
  const verb = state === "running" && change.kind in VERBS ? VERBS[change.kind as keyof typeof VERBS] : "changed";
  const named = (fields: BulkFields) =>
    abridged({
      ...fields,
      ...("categoryId" in change && "inCategory" in fields && { categoryId: change.categoryId }),
      ...("collectionId" in change && { collectionId: change.collectionId }),
    });
  const [from, to] = state === "undoing" ? [after, before] : [before, after];
  return {
    action: `catalog.product-${verb}`,
    actor: { kind: "user", id: actorId },
    subject: { kind: "product", id: productId },
    before: named(from),
    after: named(to),
  };
}
