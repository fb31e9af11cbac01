import { randomBytes, randomUUID } from "node:crypto";
import { createAudit, createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { beforeAll, expect, test } from "vitest";

const database = testDatabase();
const network = "203.0.113.0/24";
const actor = { kind: "user", id: randomUUID() } as const;

const recordAbout = (id: string, requestId: string | null = null) =>
  createAudit(database.db, () => ({ requestId, network })).record({
    action: "users.disabled",
    actor,
    subject: { kind: "user", id },
    before: { status: "active", email: "anna@example.com" },
    after: { status: "disabled", passwordHash: "$argon2id$canary" },
    reason: "card testing",
  });

const rowsAbout = (id: string) =>
  database.db.selectFrom("core.audit").selectAll().where("subjectId", "=", id).execute();

beforeAll(() => recordAbout("kept"));

test("an act is written down with who, what, why and from where, without secrets and addresses", async () => {
  const [subjectId, requestId] = [randomUUID(), randomUUID()];

  await recordAbout(subjectId, requestId);

  expect(await rowsAbout(subjectId)).toMatchObject([
    {
      actorKind: "user",
      actorId: actor.id,
      action: "users.disabled",
      subjectKind: "user",
      before: { status: "active", email: "a***@example.com" },
      after: { status: "disabled" },
      reason: "card testing",
      requestId,
      network,
    },
  ]);
  expect(JSON.stringify(await rowsAbout(subjectId))).not.toContain("canary");
});

test("what is undone was never written down", async () => {
  const transact = createTransact(database.db, (db) => createAudit(db));
  const subject = { kind: "user", id: randomUUID() };

  const refused = transact(async (audit) => {
    await audit.record({ action: "users.disabled", actor, subject });
    throw new Error("refused");
  });

  await expect(refused).rejects.toThrow("refused");
  expect(await rowsAbout(subject.id)).toEqual([]);
});

const FORGERIES = [
  "update core.audit set reason = 'nothing happened'",
  "update core.audit set reason = 'nothing happened' where false",
  "delete from core.audit",
  "truncate core.audit",
  "insert into core.audit (id, actor_kind, action, subject_kind, subject_id) overriding system value select id, 'system', action, subject_kind, subject_id from core.audit limit 1 on conflict (id) do update set reason = 'nothing happened'",
];

test.each(FORGERIES)("even the owner of the tables cannot forge the trail: %s", async (forgery) => {
  await expect(database.pool.query(forgery)).rejects.toThrow("core.audit is append-only");

  expect(await rowsAbout("kept")).toMatchObject([{ reason: "card testing" }]);
});

test("a session that switches triggers off for itself cannot forge the trail either", async () => {
  const client = await database.pool.connect();
  try {
    await client.query("begin; set local session_replication_role = replica");

    await expect(client.query("delete from core.audit")).rejects.toThrow("core.audit is append-only");
  } finally {
    await client.query("rollback");
    client.release();
  }
});

test("the application's role, granted as docs/production.md says, may add to the trail and nothing more", async () => {
  const role = `vitrina_test_app_${randomBytes(4).toString("hex")}`;
  const client = await database.pool.connect();
  try {
    await client.query(`begin; create role ${role};
      grant usage on schema core to ${role};
      grant select, insert, update, delete on all tables in schema core to ${role};
      revoke update, delete, truncate on core.audit from ${role};
      set local role ${role}`);
    await client.query(
      "insert into core.audit (actor_kind, action, subject_kind, subject_id) values ('system', 'core.tried', 'role', 'app')",
    );

    await expect(client.query("delete from core.audit")).rejects.toThrow("permission denied for table audit");
  } finally {
    await client.query("rollback");
    client.release();
  }
});
