import { expect, test } from "vitest";
import { aClock, at } from "./auth.fake.ts";
import { createDenylist } from "./denylist.ts";

function openList() {
  const clock = aClock();
  const revoked: { id: string; revokedAt: Date }[] = [];
  const asked: Date[] = [];
  const sessions = {
    async revokedSince(moment: Date) {
      asked.push(moment);
      return revoked.filter(({ revokedAt }) => revokedAt >= moment);
    },
  };
  return { clock, revoked, asked, sessions, ...createDenylist({ sessions, clock }) };
}

test("calls that come at once read the list of ended sessions once, and again two seconds later", async () => {
  const { has, asked, clock } = openList();

  expect(await Promise.all([has("a"), has("b")])).toEqual([false, false]);
  clock.pass(1.999);
  await has("a");
  expect(asked).toEqual([at(-660)]);
  clock.pass(0.001);
  await has("a");

  expect(asked).toEqual([at(-660), at(-658)]);
});

test("a session ended in this process is refused at once, one ended elsewhere when the list is read", async () => {
  const { has, add, revoked, clock } = openList();
  await has("a");
  revoked.push({ id: "b", revokedAt: clock() });
  add("a");

  expect([await has("a"), await has("b")]).toEqual([true, false]);
  clock.pass(2);
  expect([await has("a"), await has("b")]).toEqual([true, true]);
});

test("ended sessions are remembered for as long as any access token may live, and forgotten then", async () => {
  const { has, add, clock } = openList();
  add("a");

  clock.pass(660);
  expect(await has("a")).toBe(true);
  clock.pass(2);
  expect(await has("a")).toBe(false);
});

test("a clock that is set back does not stop the reading", async () => {
  const { has, asked, clock } = openList();
  await has("a");

  clock.pass(-3_600);
  await has("a");

  expect(asked).toHaveLength(2);
});

test("while the list cannot be read nobody passes, and the next call reads again", async () => {
  const { has, sessions, clock, revoked } = openList();
  const { revokedSince } = sessions;
  sessions.revokedSince = () => Promise.reject(new Error("no database"));
  revoked.push({ id: "a", revokedAt: clock() });

  await expect(has("a")).rejects.toThrow("no database");
  sessions.revokedSince = revokedSince;

  expect(await has("a")).toBe(true);
});
