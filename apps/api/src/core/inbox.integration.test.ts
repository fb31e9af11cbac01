import { createInbox } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import { createInboxRoutes } from "#core/inbox.ts";

const database = testDatabase();
/** What a request over a connection from there carries. */
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

test("the inbox lists letters and shows each in a frame where nothing of it can run", async () => {
  const inbox = createInbox(database.db);
  const letter = {
    to: "anna@example.com",
    subject: "<b>Hello</b>",
    text: "plain",
    html: "<html><head></head><body>rich</body></html>",
  };
  await inbox.send(letter, "<1@shop>");
  await inbox.send({ ...letter, subject: "again" }, "<1@shop>");
  const routes = createInboxRoutes(inbox);
  const get = (path: string) => routes.request(path, {}, from("127.0.0.1"));

  const list = await (await get("/inbox")).text();
  const [, id] = /href="\/inbox\/(\d+)"/.exec(list) ?? [];
  const page = await (await get(`/inbox/${id}`)).text();
  const frame = await get(`/inbox/${id}/html`);

  expect(list).toContain("&lt;b&gt;Hello&lt;/b&gt;");
  expect(list).not.toContain("again");
  expect(page).toContain(`src="/inbox/${id}/html"`);
  expect(await frame.text()).toContain("rich");
  expect(frame.headers.get("content-security-policy")).toContain("sandbox");
  expect((await get("/inbox/999999")).status).toBe(404);
});

test("nobody from outside of the machine's own network sees a letter", async () => {
  const inbox = createInbox(database.db);
  await inbox.send({ to: "boris@example.com", subject: "secret", text: "", html: "<html></html>" }, "<2@shop>");
  const id = (await inbox.list(1))[0]?.id;
  const routes = createInboxRoutes(inbox);
  const statuses = (address: string, headers = {}) =>
    Promise.all(
      ["/inbox", "/inbox/", `/inbox/${id}`, `/inbox/${id}/html`].map(
        async (path) => (await routes.request(path, { headers }, from(address))).status,
      ),
    );

  expect(await statuses("203.0.113.7")).toEqual([404, 404, 404, 404]);
  expect(await statuses("127.0.0.1", { "x-forwarded-for": "10.0.0.1, 203.0.113.7" })).toEqual([404, 404, 404, 404]);
  expect(await statuses("::ffff:192.168.0.7")).toEqual([200, 404, 200, 200]);
});
