import { randomUUID } from "node:crypto";
import { NotFound, StaleVersion } from "@vitrina/domain/core";
import { fakeAudit } from "@vitrina/domain/core/testing";
import { createTuningService, type QueryRuleDraft, RuleConflict, type SynonymDraft } from "@vitrina/domain/search";
import type { CatalogTables } from "@vitrina/db/catalog";
import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { createSearchRepository } from "./search.repository.ts";
import type { SearchTables } from "./search.tables.ts";
import { searchShop } from "./testing.ts";
import { createTuningRepository } from "./tuning.repository.ts";

const database = testDatabase<CatalogTables & SearchTables>();
const shop = searchShop(database);
const audit = fakeAudit();
const CLERK = randomUUID();
const open = () =>
  createTuningService({
    tuning: createTuningRepository(database.db),
    search: createSearchRepository(database.db),
    transact: createTransact(database.db, (transaction) => ({
      tuning: createTuningRepository(transaction),
      audit,
    })),
    clock: () => new Date("2026-11-24T12:00:00Z"),
    newId: randomUUID,
  });
let tuning: ReturnType<typeof open>;
const named = (slug: string, ru: string, en: string) => ({
  externalId: slug,
  slug,
  name: { ru, en },
  brand: slug.length % 2 === 0 ? "Even" : "Odd",
});
const group = (...phrases: string[]): SynonymDraft => ({ kind: "group", language: null, phrases });
const idOf = async (slug: string): Promise<string> =>
  (await shop.query("select id from catalog.product where slug = $1", [slug])).rows[0].id;
const rule = async (query: string, pinned: string[], buried: string[] = []): Promise<QueryRuleDraft> => ({
  query,
  pinned: await Promise.all(pinned.map(idOf)),
  buried: await Promise.all(buried.map(idOf)),
});

beforeAll(async () => {
  tuning = open();
  await shop.put([
    named("washer", "Стиральная машина Альфа", "Washing machine Alpha"),
    named("washer-narrow", "Узкая стиральная машина", "Narrow washing machine"),
    named("sewing", "Швейная машина", "Sewing machine"),
    named("couch", "Диван угловой", "Corner couch"),
    named("settee", "Софа детская", "Settee for children"),
    named("mug-one", "Кружка первая", "Mug one"),
    named("mug-two", "Кружка вторая", "Mug two"),
    named("mug-three", "Кружка третья", "Mug three"),
    named("mug-four", "Кружка четвёртая", "Mug four"),
  ]);
});
beforeEach(async () => {
  await shop.query("delete from search.synonym");
  await shop.query("delete from search.query_rule");
});
const found = async (q: string, more: object = {}) => (await shop.slugs({ q, ...more })).toSorted();

test("who types one word of a group finds what the others are called, in any form of the words", async () => {
  expect(await found("софы")).toEqual(["settee"]);

  await tuning.createSynonym(CLERK, group("диван", "софа", "кушетка"));

  for (const q of ["софы", "Диваны", "кушетку"]) expect(await found(q), q).toEqual(["couch", "settee"]);
  expect(await found("угловая кушетка", { sort: "newest" })).toEqual(["couch"]);
});

test("a phrase stands for a word, and a word for a phrase, with the other words of the query", async () => {
  await tuning.createSynonym(CLERK, group("стиралка", "стиральная машина"));

  expect(await found("стиралка")).toEqual(["washer", "washer-narrow"]);
  expect(await found("узкая стиралка", { sort: "newest" })).toEqual(["washer-narrow"]);
  expect((await shop.list({ q: "узкая стиралка" })).rows[0]?.slug).toBe("washer-narrow");
  expect(await found("стиральные машины", { sort: "newest" })).toEqual(["washer", "washer-narrow"]);
});

test("one-way: only who types the first finds the others", async () => {
  await tuning.createSynonym(CLERK, { kind: "one-way", language: null, phrases: ["мебель", "диван", "софа"] });

  expect(await found("мебель")).toEqual(["couch", "settee"]);
  expect(await found("диван")).toEqual(["couch"]);
});

test("a synonym of one language is for its shoppers only, and the suggestions know it", async () => {
  await tuning.createSynonym(CLERK, { ...group("lounge", "couch"), language: "en" });

  expect(await found("lounge", { locale: "en" })).toEqual(["couch"]);
  expect(await found("lounge", { locale: "ru" })).toEqual([]);
  const { products } = await shop.search.suggest({ q: "lounge", currency: "RUB", locale: "en" });
  expect(products.map(({ slug }) => slug)).toEqual(["couch"]);
});

test("pinned products stand first, in their order, buried ones last; totals and facets count each once", async () => {
  const usual = await shop.list({ q: "кружка", withFacets: true });
  await tuning.createQueryRule(CLERK, await rule("Кружки", ["mug-three", "mug-one"], ["mug-four"]));

  const page = await shop.list({ q: "кружка", withFacets: true });

  expect(page.rows.map(({ slug }) => slug)).toEqual(["mug-three", "mug-one", "mug-two", "mug-four"]);
  expect(page).toMatchObject({ total: usual.total, facets: usual.facets, categories: usual.categories });
  expect(await found("кружка первая")).toContain("mug-one");
});

test("a pinned product that does not say the words is found with them, counted, and filtered as all others", async () => {
  await tuning.createQueryRule(CLERK, await rule("кружка", ["couch"]));

  const page = await shop.list({ q: "кружка", withFacets: true });
  expect(page.rows[0]?.slug).toBe("couch");
  expect(page.total).toBe(5);
  expect(page.facets[0]?.values.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  for (const sort of ["price", "newest"] as const) expect((await shop.list({ q: "кружка", sort })).total).toBe(5);
  expect((await shop.list({ q: "кружка", max: 1 })).total).toBe(0);
  expect((await shop.list({ q: "кружка", category: "electronics" })).rows).toEqual([]);
  expect((await shop.list({ q: "rhe;rf" })).rows[0]?.slug).toBe("couch");
});

test("what is pinned to a query that finds nothing else is its result; other beginnings still find theirs", async () => {
  await tuning.createQueryRule(CLERK, await rule("подарок", ["settee"]));
  await tuning.createQueryRule(CLERK, await rule("круж", ["settee"]));

  expect(await shop.list({ q: "Подарок" })).toMatchObject({ total: 1, correctedQuery: null });
  expect((await shop.list({ q: "круж" })).rows.map(({ slug }) => slug)).toHaveLength(5);
  expect((await shop.list({ q: "круж" })).rows[0]?.slug).toBe("settee");
});

test("pages by cursor neither repeat nor miss a product when some are pinned and some buried", async () => {
  const many = Array.from({ length: 60 }, (_, index) => named(`lamp-${index}`, `Лампа ${index}`, `Lamp ${index}`));
  await shop.put(many);
  const pinned = ["lamp-50", "couch", "lamp-7"];
  await tuning.createQueryRule(CLERK, await rule("лампа", pinned, ["lamp-59", "lamp-58"]));

  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await shop.list({ q: "лампа", ...(after !== undefined && { after }) });
    seen.push(...page.rows.map(({ slug }) => slug));
    after = page.next ?? undefined;
    expect(page.total).toBe(61);
  } while (after !== undefined);

  expect(seen).toHaveLength(61);
  expect(new Set(seen).size).toBe(61);
  expect(seen.slice(0, 3)).toEqual(pinned);
  expect(seen.slice(-2).toSorted()).toEqual(["lamp-58", "lamp-59"]);
  const second = await shop.slugs({ q: "лампа", page: 2 });
  expect(second).toEqual(seen.slice(24, 48));
});

test("two rules never say different things of one query, phrase or product", async () => {
  const first = await tuning.createSynonym(CLERK, group("диван", "софа"));
  const russian = await tuning.createSynonym(CLERK, { ...group("лампа", "светильник"), language: "ru" });
  const { id } = await tuning.createQueryRule(CLERK, await rule("кружка", ["mug-one"]));
  const refused = (work: Promise<unknown>, details: object) =>
    expect(work).rejects.toMatchObject({ code: "search.rule-conflict", details });

  await refused(tuning.createSynonym(CLERK, group("тахта", "Диваны")), { reason: "in-another", ruleId: first.id });
  await refused(tuning.createSynonym(CLERK, group("лампы", "бра")), { reason: "in-another", ruleId: russian.id });
  await refused(tuning.createSynonym(CLERK, group("тахта", "тахты")), { reason: "repeated", ruleId: null });
  await refused(tuning.createQueryRule(CLERK, await rule("КРУЖКИ", [])), { reason: "query-ruled", ruleId: id });
  await refused(tuning.createQueryRule(CLERK, await rule("чашка", ["mug-one"], ["mug-one"])), {
    reason: "pinned-and-buried",
  });
  await tuning.createSynonym(CLERK, { ...group("лампа", "lamp"), language: "en" });
});

test("of two clerks who rule the same query at once, one does", async () => {
  const draft = await rule("кружка", ["mug-one"]);

  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => tuning.createQueryRule(CLERK, draft)));

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(RuleConflict);
});

test("nobody changes or removes a rule that they did not see, and the trail says what changed", async () => {
  const draft = group("диван", "софа");
  const { id, version } = await tuning.createSynonym(CLERK, draft);
  audit.entries.length = 0;
  await tuning.changeSynonym(CLERK, { ...draft, id, version, phrases: ["диван", "тахта"] });

  await expect(tuning.changeSynonym(CLERK, { ...draft, id, version })).rejects.toThrow(StaleVersion);
  await expect(tuning.removeSynonym(CLERK, { id, version })).rejects.toThrow(StaleVersion);
  expect(await found("софа")).toEqual(["settee"]);
  await tuning.removeSynonym(CLERK, { id, version: 2 });
  await expect(tuning.removeSynonym(CLERK, { id, version: 2 })).rejects.toThrow(NotFound);
  expect(await found("тахта")).toEqual([]);
  expect(audit.entries).toMatchObject([
    {
      action: "search.synonym-changed",
      before: { phrases: ["диван", "софа"] },
      after: { phrases: ["диван", "тахта"] },
    },
    { action: "search.synonym-removed", before: { phrases: ["диван", "тахта"] } },
  ]);
});

test("a preview shows the list without and with a rule, and leaves nothing behind", async () => {
  const shown = await tuning.preview({ q: "софа", synonym: group("диван", "софа") });

  expect(shown.before.rows.map(({ slug }) => slug)).toEqual(["settee"]);
  expect(shown.after).toMatchObject({ total: 2 });
  expect(await found("софа")).toEqual(["settee"]);
  const saved = await tuning.createQueryRule(CLERK, await rule("кружка", ["mug-one"]));
  const other = await rule("кружка", ["mug-two"]);
  const changed = await tuning.preview({ q: "кружки", rule: { ...other, id: saved.id } });
  expect([changed.before.rows[0]?.slug, changed.after.rows[0]?.slug]).toEqual(["mug-one", "mug-two"]);
  expect(await tuning.queryRule(saved.id)).toEqual(saved);
  await expect(tuning.preview({ q: "кружка", rule: other })).rejects.toThrow(RuleConflict);
});

test("queries that found nothing are told when several days or many people asked, the most frequent first", async () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day));
  const zero = (query: string, asked: number, nothing = 0) => ({ query, asked, found: nothing });
  await shop.queries.record(at(20), [zero("самовар", 1), zero("утюг", 9), zero("однажды", 2), zero("чайник", 7)]);
  await shop.queries.record(at(21), [zero("самовар", 2), zero("чайник", 1, 4)]);
  await shop.queries.record(new Date("2026-09-01"), [zero("давно", 50)]);

  expect(await tuning.zeroResults()).toEqual([
    { query: "утюг", asked: 9, days: 1 },
    { query: "самовар", asked: 3, days: 2 },
  ]);
});
