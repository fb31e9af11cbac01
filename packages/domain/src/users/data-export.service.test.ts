import { type DataSubject, NotFound, type ShopEvent } from "@vitrina/domain/core";
import { fakeAudit } from "@vitrina/domain/core/testing";
import { expect, test } from "vitest";
import { fakeDataExports } from "./data-export.fake.ts";
import { createDataExportService } from "./data-export.service.ts";
import { aUser, fakeUsers } from "./testing.ts";
import { ExportRunning } from "./users.errors.ts";

const DAY = 86_400_000;
const anna = aUser();
type Asked = Extract<ShopEvent, { topic: "users.export-asked" }>;

function openShop() {
  let now = Date.parse("2026-03-01T09:00:00Z");
  let count = 0;
  const users = fakeUsers(anna);
  const exports = fakeDataExports();
  const audit = fakeAudit();
  const events: ShopEvent[] = [];
  const outbox = { publish: async (event: ShopEvent) => void events.push(event) };
  const service = createDataExportService({
    users,
    exports,
    rooms: [
      { collect: async ({ email }: DataSubject) => ({ profile: [{ email }] }) },
      { collect: async ({ emailVerified }: DataSubject) => ({ orders: [{ emailVerified }] }) },
    ],
    pack: (tables) => new TextEncoder().encode(JSON.stringify(tables)),
    transact: (work) => work({ exports, outbox, audit }),
    clock: () => new Date(now),
    newId: () => `export-${++count}`,
  });
  const asked = () => events.filter((event): event is Asked => event.topic === "users.export-asked");
  const build = async () => {
    for (const event of asked()) await service.build(event);
  };
  return { service, users, audit, events, build, pass: (more: number) => void (now += more) };
}

test("the file holds what every room keeps, is told of in a letter and can be downloaded for seven days", async () => {
  const { service, events, build, pass } = openShop();

  expect(await service.ask(anna.id)).toMatchObject({ state: "running", expiresAt: null });
  await build();

  expect(await service.state(anna.id)).toMatchObject({ state: "ready", expiresAt: "2026-03-08T09:00:00.000Z" });
  expect(new TextDecoder().decode((await service.archive(anna.id)) ?? undefined)).toBe(
    JSON.stringify({ profile: [{ email: anna.email }], orders: [{ emailVerified: false }] }),
  );
  expect(events.at(-1)).toMatchObject({ topic: "users.export-ready", email: anna.email });
  pass(7 * DAY);
  expect(await service.archive(anna.id)).toBeNull();
  expect(await service.state(anna.id)).toEqual({ state: "none", askedAt: null, expiresAt: null, size: null });
});

test("a second request waits for the first, but not for one that came to nothing", async () => {
  const { service, pass } = openShop();
  await service.ask(anna.id);

  await expect(service.ask(anna.id)).rejects.toThrow(ExportRunning);
  pass(DAY);

  expect(await service.state(anna.id)).toMatchObject({ state: "none" });
  expect(await service.ask(anna.id)).toMatchObject({ state: "running" });
});

test("a job that is repeated, comes too late or for somebody who is gone makes nothing", async () => {
  const { service, users, events, build } = openShop();
  await service.ask(anna.id);
  await build();
  await build();
  await service.ask(anna.id);
  await service.build({ topic: "users.export-asked", askId: "export-1", userId: anna.id });
  users.all.length = 0;
  await build();

  expect(events.filter(({ topic }) => topic === "users.export-ready")).toHaveLength(1);
});

test("two workers at one job send one letter", async () => {
  const { service, events, build } = openShop();
  await service.ask(anna.id);

  await Promise.all([build(), build()]);

  expect(events.filter(({ topic }) => topic === "users.export-ready")).toHaveLength(1);
});

test("a download is written down, and there is none before the file is there", async () => {
  const { service, audit, build } = openShop();
  await service.ask(anna.id);

  await expect(service.noteDownload(anna.id)).rejects.toThrow(NotFound);
  await build();
  await service.noteDownload(anna.id);

  expect(audit.entries.map(({ action }) => action)).toEqual(["users.export-asked", "users.export-downloaded"]);
});

test("a file that ran out is swept", async () => {
  const { service, build, pass } = openShop();
  await service.ask(anna.id);
  await build();
  pass(7 * DAY);

  await service.sweep();
  pass(-DAY);

  expect(await service.state(anna.id)).toMatchObject({ state: "none" });
});
