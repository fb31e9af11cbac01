import { hash } from "node:crypto";
import { expect, test } from "vitest";
import { aVisitor } from "#auth/testing-visitor.ts";
import { createLog } from "#core/log.ts";
import { testShop } from "#testing.ts";

const shop = testShop();
const lines: string[] = [];
const log = createLog("trace", { write: (line: string) => void lines.push(line) });
const hall = () => ({ services: shop.services, log, now: shop.clock.now, https: true });
const aProgram = (secret: string) => aVisitor(hall(), { headers: { authorization: `Bearer ${secret}` } });

/** A key for orders, with the person it belongs to. */
async function aKey(role: "staff" | "admin" = "staff") {
  const { principal } = await shop.member(role);
  const owner = shop.callerOf({ principal });
  const key = await owner.auth.keys.create({ name: "Packing robot", scopes: ["orders:manage"], days: 30 });
  return { owner, principal, ...key };
}

test("a program works by its key within its scopes, over HTTP", async () => {
  const { secret, owner } = await aKey("admin");
  const program = aProgram(secret);

  expect(await program.ask("orders.admin.list?input=%7B%7D")).toMatchObject({ status: 200, refusal: null });
  expect(await program.ask("auth.roles.list")).toMatchObject({ status: 403, refusal: "auth.scope-missing" });
  expect(await program.ask("orders.list?input=%7B%7D")).toMatchObject({ refusal: "auth.scope-missing" });
  expect((await owner.auth.keys.list()).keys[0]?.lastUsedAt).toBe(shop.clock.now().toISOString());
});

test("a key that is ended opens nothing with the very next call", async () => {
  const { secret, id, owner } = await aKey();
  const program = aProgram(secret);
  await program.ask("orders.admin.list?input=%7B%7D");

  await owner.auth.keys.revoke({ id });

  const list = await program.ask("orders.admin.list?input=%7B%7D");
  expect(list).toMatchObject({ status: 401, refusal: "auth.key-revoked" });
});

test("what its owner's role loses on the way is refused before anything is written", async () => {
  const { principal } = await shop.member(["customers:disable"]);
  const wanted = { name: "Guard", scopes: ["customers:disable" as const], days: 30 };
  const { secret } = await shop.callerOf({ principal }).auth.keys.create(wanted);
  const customer = await shop.member("customer");
  const program = shop.callerOf({ principal: await shop.services.keys.authenticate(secret) });
  const ruling = { userId: customer.principal.userId, reason: "chargebacks" };

  await shop.database.db.updateTable("users.role").set({ permissions: [] }).execute();

  await expect(program.auth.accounts.disable(ruling)).rejects.toThrow("auth.forbidden");
  await shop.services.auth.assertLive(customer.principal);
});

test("a key counts for nothing in a browser's cookie, and a made-up one nowhere", async () => {
  const { secret } = await aKey();
  const browser = aVisitor(hall());
  browser.jar.set("__Host-at", secret);

  expect(await browser.ask("orders.admin.list?input=%7B%7D")).toMatchObject({ refusal: "auth.session-expired" });
  const stranger = aProgram(`vtr_${"A".repeat(43)}`);
  expect(await stranger.ask("orders.admin.list?input=%7B%7D")).toMatchObject({ refusal: "auth.key-revoked" });
});

test("a program that calls too often waits, and the others do not", async () => {
  const [busy, other] = [await aKey(), await aKey()];
  await Promise.all(Array.from({ length: 600 }, () => shop.services.throttle.take("calls-by-key", busy.id)));

  const refused = await aProgram(busy.secret).ask("orders.admin.list?input=%7B%7D");

  expect(refused).toMatchObject({ status: 429, refusal: "core.rate-limited" });
  expect(await aProgram(other.secret).ask("orders.admin.list?input=%7B%7D")).toMatchObject({ status: 200 });
});

test("no program makes keys, ends them or gives rights", async () => {
  const { principal } = await shop.member("admin");
  const scopes = ["roles:manage" as const, "staff:manage" as const];
  const { secret } = await shop.callerOf({ principal }).auth.keys.create({ name: "Robot", scopes, days: 1 });
  const program = aProgram(secret);

  const role = await program.tell("auth.roles.create", { name: "More", permissions: [] });
  const key = await program.tell("auth.keys.create", { name: "More", scopes, days: 1 });

  expect([role.refusal, key.refusal]).toEqual(["auth.forbidden", "auth.scope-missing"]);
});

test("the secret of a key is in no log and no table", async () => {
  const { secret } = await aKey();
  await aProgram(secret).ask("orders.admin.list?input=%7B%7D");

  const { rows } = await shop.database.pool.query<{ dump: string }>(
    "select (select string_agg(k::text, ' ') from auth.api_key k) || (select string_agg(a::text, ' ') from core.idempotency a) as dump",
  );

  expect(lines.join("\n")).not.toContain(secret);
  expect(rows[0]?.dump).not.toContain(secret);
  expect(rows[0]?.dump).toContain(hash("sha256", secret, "hex"));
});
