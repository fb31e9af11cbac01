import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createLog } from "#core/log.ts";
import { serveShop } from "#testing-http.ts";
import { testEnv, testShop } from "#testing.ts";

const shop = testShop();
const http = serveShop(shop);
const OCTETS = { "content-type": "application/octet-stream" };
const lines = (...rows: string[]) => `${rows.join("\n")}\n`;

async function send(content: string, name = "goods.csv", who: Parameters<typeof shop.memberWithToken>[0] = "staff") {
  const { accessToken } = await shop.memberWithToken(who);
  const response = await fetch(`${http.url}/upload/import?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { ...OCTETS, authorization: `Bearer ${accessToken}` },
    body: content,
  });
  return { status: response.status, answer: (await response.json()) as { id: string; refusal?: { code: string } } };
}
async function settle() {
  while ((await shop.services.importJobs.runNext(new AbortController().signal, createLog("silent"))) > 0);
}
type Staff = Awaited<ReturnType<typeof shop.signedIn>>;
const sheetOf = (staff: Staff, id: string) => staff.catalog.imports.get({ id });

/** Sends a file, takes the guessed columns, tries it. */
async function tried(content: string, staff: Staff) {
  const { answer } = await send(content);
  const { id, version, columns, source } = await sheetOf(staff, answer.id);
  await staff.catalog.imports.check({ id, version, columns, source, stock: 0 });
  await settle();
  return sheetOf(staff, id);
}
async function imported(content: string, staff: Staff) {
  const { id, version } = await tried(content, staff);
  await staff.catalog.imports.start({ id, version });
  await settle();
  return sheetOf(staff, id);
}
const stateOf = async (...skus: string[]) => {
  const rows = skus.map((sku, number) => ({ number, source: "shop", cells: { sku } }));
  return (await shop.services.catalog.knownOf(rows, { lock: false })).products;
};
const priceOf = async (sku: string) => {
  const [product] = await stateOf(sku);
  const id = product?.variants[0]?.id ?? "";
  return (await shop.services.pricing.resolve([id], "USD")).get(id)?.amount;
};

test("a file is sent, its columns are guessed, it is tried without a change, and then taken", async () => {
  const staff = await shop.signedIn("staff");
  const csv = lines("Артикул;name_en;Price;Colour", "way-1;Way one;10;red", "way-2;Way two;oops;blue");

  const checked = await tried(csv, staff);
  const before = await stateOf("way-1");
  await staff.catalog.imports.start({ id: checked.id, version: checked.version });
  await settle();
  const done = await sheetOf(staff, checked.id);

  expect(checked).toMatchObject({
    state: "checked",
    headers: ["Артикул", "name_en", "Price", "Colour"],
    columns: ["sku", "name_en", "price_usd", null],
    samples: [
      ["way-1", "Way one", "10", "red"],
      ["way-2", "Way two", "oops", "blue"],
    ],
    rows: 2,
    created: 1,
    rejected: 1,
  });
  expect(before).toEqual([]);
  expect(done).toMatchObject({ state: "done", rows: 2, created: 1, rejected: 1, changes: { products: 1 } });
  expect((await staff.catalog.imports.faults({ id: done.id })).rows).toMatchObject([
    { row: 3, field: "price_usd", reason: "not-a-number", detail: "oops" },
  ]);
  expect(await priceOf("way-1")).toBe(1_000);
  const trail = await shop.database.db
    .selectFrom("core.audit")
    .select("action")
    .where("subjectId", "=", done.id)
    .execute();
  expect(trail.map(({ action }) => action)).toEqual([
    "catalog.import-uploaded",
    "catalog.import-checked",
    "catalog.import-started",
  ]);
});

test("faults and the catalogue are downloaded by whoever may import, and by nobody else", async () => {
  const staff = await shop.signedIn("staff");
  const { id } = await imported(lines("sku,name_en,price_usd", "dl-1,=Sum,1", "dl-2,,x"), staff);
  const get = async (path: string, who: Parameters<typeof shop.memberWithToken>[0]) =>
    fetch(http.url + path, {
      headers: { authorization: `Bearer ${(await shop.memberWithToken(who)).accessToken}` },
      redirect: "manual",
    });

  const faults = await (await get(`/download/imports/${id}/faults.csv`, "staff")).text();
  const catalogue = await get("/download/catalogue.csv", ["catalog:import"]);

  expect(faults).toContain("3,price_usd,not-a-number,x");
  expect(catalogue.headers.get("content-disposition")).toContain("attachment");
  expect(await catalogue.text()).toContain("dl-1");
  expect((await get("/download/catalogue.csv", "customer")).status).toBe(303);
  expect((await get("/download/catalogue.jsonl", ["catalog:write"])).status).toBe(303);
});

test("a file without rows or of another kind is not taken, nor one of somebody who may not import", async () => {
  expect((await send("")).answer.refusal?.code).toBe("catalog.import-file-unreadable");
  expect((await send(lines("a,b"), "goods.csv", ["catalog:write"])).status).toBe(403);
  expect((await send(lines("a,b"), "goods.csv", "customer")).status).toBe(403);
});

test("columns without a key, or an import that is elsewhere by now, are refused", async () => {
  const staff = await shop.signedIn("staff");
  const { answer } = await send(lines("name_en,price_usd", "A,1"));
  const { id, version } = await sheetOf(staff, answer.id);
  const plan = { id, version, source: "shop", stock: 0 };

  await expect(staff.catalog.imports.check({ ...plan, columns: ["name_en", "price_usd"] })).rejects.toMatchObject({
    message: "catalog.import-key-missing",
  });
  await expect(staff.catalog.imports.start({ id, version })).rejects.toMatchObject({
    message: "catalog.import-not-ready",
  });
  const both = [staff, await shop.signedIn("staff")].map((one) =>
    one.catalog.imports.check({ ...plan, columns: ["sku", "price_usd"] }),
  );
  expect((await Promise.allSettled(both)).map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("an undone import leaves the shop as it was: texts, prices and stock, and new products archived", async () => {
  const staff = await shop.signedIn("staff");
  await imported(lines("sku,name_en,brand,price_usd,stock", "undo-1,Before,Old,10,5"), staff);
  const [before] = await stateOf("undo-1");
  const done = await imported(
    lines(
      "sku,product,name_en,brand,price_usd,stock,option.size",
      "undo-1,undo-1,After,New,20,9,",
      "undo-1b,undo-1,,,20,1,L",
      "undo-2,,Fresh,New,5,1,",
    ),
    staff,
  );
  const variantId = before?.variants[0]?.id ?? "";
  await shop.services.inventory.adjust([{ variantId, delta: -2 }], { actor: "test", reference: null });

  await staff.catalog.imports.undo({ id: done.id, version: done.version });
  await settle();

  const undone = await sheetOf(staff, done.id);
  const [after, fresh] = await stateOf("undo-1", "undo-2");
  expect(undone).toMatchObject({ state: "undone", changes: { products: 2, restored: 2, refused: 0 } });
  expect(after).toMatchObject({ name: { en: "Before" }, brand: "Old", status: "published" });
  expect(after?.variants.filter(({ archived }) => !archived).map(({ sku }) => sku)).toEqual(["undo-1"]);
  expect(fresh?.status).toBe("archived");
  expect(await priceOf("undo-1")).toBe(1_000);
  expect((await shop.services.inventory.onHandOf([variantId])).get(variantId)).toBe(3);
});

test("what somebody changed after an import is left alone when it is undone, and listed", async () => {
  const staff = await shop.signedIn("staff");
  const old = await imported(lines("sku,name_en,price_usd", "keep-1,One,1", "keep-2,Two,2", "keep-3,Three,3"), staff);
  await imported(lines("sku,name_en,price_usd", "keep-1,One by hand,", "keep-2,,7"), staff);

  await staff.catalog.imports.undo({ id: old.id, version: old.version });
  await settle();

  const sheet = await sheetOf(staff, old.id);
  expect(sheet.changes).toMatchObject({ products: 3, restored: 1, refused: 2 });
  expect(
    (await staff.catalog.imports.refusals({ id: old.id }))
      .map(({ name }) => name.en ?? "")
      .toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(["One by hand", "Two"]);
  expect((await stateOf("keep-1", "keep-2", "keep-3")).map(({ status }) => status).toSorted()).toEqual([
    "archived",
    "published",
    "published",
  ]);
});

test("an import whose worker was killed goes on where it stood, and ends like one that ran through", async () => {
  const staff = await shop.signedIn("staff");
  const rows = Array.from({ length: 6_000 }, (_, index) => `kill-${index},Killed ${index},1.50,3`);
  const { id, version } = await tried(lines("sku,name_en,price_usd,stock", ...rows), staff);
  await staff.catalog.imports.start({ id, version });
  const worker = fork(path.join(import.meta.dirname, "..", "worker-main.ts"), {
    env: { ...process.env, ...testEnv, LOG_LEVEL: "silent", DATABASE_URL: shop.database.connectionString },
    stdio: "ignore",
  });
  const ended = once(worker, "exit");
  while ((await sheetOf(staff, id)).rows === 0 && worker.exitCode === null) await sleep(10);

  worker.kill("SIGKILL");
  await ended;
  const stopped = await sheetOf(staff, id);
  await settle();
  expect(await sheetOf(staff, id), "the worker that is gone still has it").toMatchObject({
    state: "running",
    rows: stopped.rows,
  });
  shop.clock.advance(120_000);
  await settle();

  expect(stopped).toMatchObject({ state: "running" });
  expect(stopped.rows).toBeLessThan(6_000);
  expect(await sheetOf(staff, id)).toMatchObject({
    state: "done",
    rows: 6_000,
    created: 6_000,
    unchanged: 0,
    changed: 0,
    rejected: 0,
  });
  const { rows: broken } = await shop.database.pool.query(
    `select v.sku from catalog.variant v join catalog.product p on p.id = v.product_id and p.external_id like 'kill-%'
     left join pricing.price r on r.variant_id = v.id left join inventory.level l on l.variant_id = v.id
     where r.amount is distinct from 150 or l.on_hand is distinct from 3`,
  );
  expect(broken).toEqual([]);
});

test("two workers never do one import at once", async () => {
  const staff = await shop.signedIn("staff");
  const { id, version } = await tried(
    lines("sku,name_en", ...Array.from({ length: 700 }, (_, index) => `two-${index},Two ${index}`)),
    staff,
  );
  await staff.catalog.imports.start({ id, version });

  const done = await Promise.all(
    [1, 2, 3].map(() => shop.services.importJobs.runNext(new AbortController().signal, createLog("silent"))),
  );

  expect(done.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
  expect(await sheetOf(staff, id)).toMatchObject({ state: "done", created: 700 });
});

test("imports that are older than thirty days are forgotten with their files", async () => {
  const staff = await shop.signedIn("staff");
  const { id } = await imported(lines("sku,name_en", "old-1,Old"), staff);
  const { storageKey } = await shop.database.db
    .selectFrom("catalog.import")
    .select("storageKey")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(await shop.services.storage.read(storageKey ?? "")).not.toBeNull();

  shop.clock.advance(31 * 24 * 3_600_000);
  while ((await shop.services.importJobs.sweep(100)) > 0);

  expect(await shop.services.storage.read(storageKey ?? "")).toBeNull();
  await expect(sheetOf(await shop.signedIn("staff"), id)).rejects.toMatchObject({ message: "core.not-found" });
});
