import { randomUUID } from "node:crypto";
import { createSessionRepository } from "@vitrina/db/auth";
import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { createUsersRepository } from "@vitrina/db/users";
import { at, sessionRepositorySuite } from "@vitrina/domain/auth/testing";
import { aUser } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";

const database = testDatabase();
const hasty = testDatabase({ statementTimeout: 100 });

async function open() {
  const id = randomUUID();
  const user = aUser({ id, email: `${id}@example.com` });
  await createUsersRepository(database.db).add(user);
  return { sessions: createSessionRepository(database.db), user };
}

sessionRepositorySuite(open, randomUUID);

test("somebody who refreshed without a pause does not keep the sweep from its work", async () => {
  const client = await hasty.pool.connect();
  await client.query("set statement_timeout = 0");
  await client.query(`
    insert into users.user (id, email, email_canonical, name, locale, role, status, av, version, created_at)
    values (gen_random_uuid(), 'a@b.co', 'a@b.co', 'A', 'ru', 'customer', 'active', 1, 1, '2026-01-01')`);
  await client.query(`
    insert into auth.session (id, user_id, realm, created_at, last_used_at, idle_expires_at, absolute_expires_at,
                              auth_time, amr, ua_label, ip_prefix)
    select gen_random_uuid(), id, 'api', day, day, day, day, day, '{pwd}', '', ''
    from users.user, cast('2026-01-01' as timestamptz) as day`);
  await client.query(`
    insert into auth.refresh_token (id, session_id, hash, parent_id, created_at, used_at)
    select token, session.id, sha256(token::text::bytea), lag(token) over (order by turn), '2026-01-01', '2026-01-01'
    from auth.session, (select turn, gen_random_uuid() as token from generate_series(1, 40000) as turn) as chain`);
  client.release(true);

  await createTransact(hasty.db, (db) => createSessionRepository(db))((sessions) => sessions.sweep(at(0), 10));

  expect(await hasty.db.selectFrom("auth.refreshToken").select("id").limit(1).execute()).toEqual([]);
});
