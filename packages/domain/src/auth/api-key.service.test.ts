import { Busy, NotFound } from "@vitrina/domain/core";
import { fakeAudit } from "@vitrina/domain/core/testing";
import { aUser, fakeStaff, fakeUsers } from "@vitrina/domain/users/testing";
import type { Role } from "@vitrina/domain/users";
import { expect, test } from "vitest";
import { KeyLimitReached, KeyRevoked } from "./api-key.errors.ts";
import { fakeApiKeys } from "./api-key.fake.ts";
import { createApiKeyService } from "./api-key.service.ts";
import { isApiKey } from "./api-key.ts";
import { aClock, at, fakeBox } from "./auth.fake.ts";
import { assertRecent, may } from "./policy.ts";
import type { Principal } from "./principal.ts";
import { Escalation } from "./roles.errors.ts";

const DAY = 24 * 3_600;
const draft = { name: "Stock robot", scopes: ["orders:manage" as const], days: 30 };

function openShop() {
  const person = (id: string, role: Role) => aUser({ id, role, name: id, email: `${id}@example.com` });
  const people = fakeUsers(person("boss", "admin"), person("clerk", "staff"), person("other", "staff"));
  const { roles, staff } = fakeStaff(people);
  const keys = fakeApiKeys(staff);
  const audit = fakeAudit();
  const clock = aClock();
  let made = 0;
  const scope = { keys, staff, users: people, audit };
  const service = createApiKeyService({
    keys,
    staff,
    transact: (work) => work(scope),
    box: fakeBox(),
    clock,
    newId: () => `key-${++made}`,
  });
  const as = (userId: string): Principal => ({
    userId,
    sessionId: "s",
    role: "staff",
    av: 1,
    authTime: clock(),
    amr: ["pwd"],
  });
  return { service, people, staff, roles, keys, audit, clock, as };
}

test("a key is told once, is recognised by how it begins, and is kept as a digest", async () => {
  const { service, keys, audit, as } = openShop();

  const { secret, id } = await service.create(as("clerk"), draft);

  expect(secret).toMatch(/^vtr_/);
  expect(isApiKey(secret)).toBe(true);
  expect(isApiKey("ey.access.token")).toBe(false);
  expect(keys.all).toMatchObject([{ hint: "vtr_refr" }]);
  expect(JSON.stringify(keys.all.map(({ hint, name }) => [hint, name]))).not.toContain(secret);
  expect(await service.list(as("clerk"))).toMatchObject([
    { id, name: "Stock robot", scopes: ["orders:manage"], own: true, state: "active", lastUsedAt: null },
  ]);
  expect(audit.entries).toEqual([
    {
      action: "auth.key-created",
      actor: { kind: "user", id: "clerk" },
      subject: { kind: "api-key", id },
      after: { name: "Stock robot", scopes: ["orders:manage"], expiresAt: at(30 * DAY) },
    },
  ]);
});

test("a program may what its key was made for, and nothing that asks for a proof of identity", async () => {
  const { service, as, clock } = openShop();
  const { secret, id } = await service.create(as("boss"), draft);

  const program = await service.authenticate(secret);

  expect(program).toMatchObject({ userId: "boss", machine: { keyId: id, scopes: ["orders:manage"] } });
  expect(may(program, "orders:manage")).toBe("any");
  expect(may(program, "catalog:read")).toBe("any");
  expect(may(program, "roles:manage")).toBeNull();
  expect(may(program, "orders:read")).toBeNull();
  expect(may(program, "keys:use")).toBeNull();
  expect(() => assertRecent(program, clock())).toThrow();
  expect(may({ ...program, machine: {} } as never, "orders:manage")).toBeNull();
});

test("a program never may more than the owner of its key at that moment", async () => {
  const { service, staff, as } = openShop();
  const { secret } = await service.create(as("boss"), { ...draft, scopes: ["roles:manage", "orders:manage"] });

  await staff.assign("boss", { role: "staff", roleId: null });
  const program = await service.authenticate(secret);

  expect(may(program, "orders:manage")).toBe("any");
  expect(may(program, "roles:manage")).toBeNull();
  await staff.assign("boss", { role: "customer", roleId: null });
  expect(may(await service.authenticate(secret), "orders:manage")).toBeNull();
});

test("a program of somebody with a role of the shop's own may what that role grants", async () => {
  const { service, staff, roles, as } = openShop();
  await roles.add({ id: "packing", name: "Packing", permissions: ["orders:manage"], version: 1 }, at(0));
  await staff.assign("clerk", { role: "custom", roleId: "packing" });

  const program = await service.authenticate((await service.create(as("clerk"), draft)).secret);

  expect(program.grants).toEqual(["orders:manage"]);
  expect(may(program, "orders:manage")).toBe("any");
});

test("rights that change while a call is on its way are looked at again", async () => {
  const { service, staff, as } = openShop();
  const { secret } = await service.create(as("boss"), draft);
  const program = await service.authenticate(secret);
  expect(await service.assertLive(program)).toEqual(program);

  await staff.assign("boss", { role: "staff", roleId: null });

  await expect(service.assertLive(program)).rejects.toThrow(new Busy({ retryAfter: 1 }));
});

test("somebody has twenty keys in use at most, and one that ends makes room", async () => {
  const { service, as, clock } = openShop();
  const made = [];
  for (let count = 0; count < 20; count++) made.push(await service.create(as("clerk"), { ...draft, days: 1 + count }));

  await expect(service.create(as("clerk"), draft)).rejects.toThrow(new KeyLimitReached({ limit: 20 }));
  await service.create(as("other"), draft);
  await service.revoke(as("clerk"), made[19]?.id ?? "");
  await service.create(as("clerk"), draft);
  await expect(service.create(as("clerk"), draft)).rejects.toThrow(KeyLimitReached);
  clock.pass(DAY);
  await service.create(as("clerk"), draft);
});

test("nobody makes a key for what they lack", async () => {
  const { service, as } = openShop();

  await expect(service.create(as("clerk"), { ...draft, scopes: ["roles:manage"] })).rejects.toThrow(Escalation);
});

test("a key that was ended, has run out, or belongs to a closed account opens nothing", async () => {
  const { service, people, as, clock } = openShop();
  const { secret, id } = await service.create(as("clerk"), draft);
  const program = await service.authenticate(secret);
  await service.revoke(as("clerk"), id);

  await expect(service.authenticate(secret)).rejects.toThrow(KeyRevoked);
  await expect(service.assertLive(program)).rejects.toThrow(KeyRevoked);
  await expect(service.authenticate("vtr_unknown")).rejects.toThrow(KeyRevoked);
  const second = await service.create(as("other"), draft);
  for (const person of people.all) if (person.id === "other") person.status = "disabled";
  await expect(service.authenticate(second.secret)).rejects.toThrow(KeyRevoked);
  const third = await service.create(as("clerk"), draft);
  clock.pass(30 * DAY);
  await expect(service.authenticate(third.secret)).rejects.toThrow(KeyRevoked);
  expect((await service.list(as("clerk"))).map(({ state }) => state)).toEqual(["expired", "revoked"]);
});

test("the last use of a key is noted once a minute", async () => {
  const { service, as, clock } = openShop();
  const { secret } = await service.create(as("clerk"), draft);
  const lastUse = async () => (await service.list(as("clerk")))[0]?.lastUsedAt;

  await service.authenticate(secret);
  clock.pass(59);
  await service.authenticate(secret);
  expect(await lastUse()).toBe("2026-01-01T09:00:00.000Z");
  clock.pass(1);
  await service.authenticate(secret);

  expect(await lastUse()).toBe("2026-01-01T09:01:00.000Z");
});

test("everybody sees and ends their own keys; whoever gives roles, everybody's", async () => {
  const { service, as, audit } = openShop();
  const { id } = await service.create(as("clerk"), draft);

  expect(await service.list(as("other"))).toEqual([]);
  await expect(service.revoke(as("other"), id)).rejects.toThrow(new NotFound({ what: "api-key" }));
  expect(await service.list(as("boss"))).toMatchObject([{ id, ownerName: "clerk", own: false }]);
  await service.revoke(as("boss"), id);

  expect(audit.entries.at(-1)).toEqual({
    action: "auth.key-revoked",
    actor: { kind: "user", id: "boss" },
    subject: { kind: "api-key", id },
    before: { name: "Stock robot", scopes: ["orders:manage"] },
  });
});
