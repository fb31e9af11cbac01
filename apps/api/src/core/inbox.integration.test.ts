import { createInbox } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import { createInboxRoutes } from "#core/inbox.ts";

const database = testDatabase();

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

  const list = await (await routes.request("/inbox")).text();
  const [, id] = /href="\/inbox\/(\d+)"/.exec(list) ?? [];
  const page = await (await routes.request(`/inbox/${id}`)).text();
  const frame = await routes.request(`/inbox/${id}/html`);

  expect(list).toContain("&lt;b&gt;Hello&lt;/b&gt;");
  expect(list).not.toContain("again");
  expect(page).toContain(`src="/inbox/${id}/html"`);
  expect(await frame.text()).toContain("rich");
  expect(frame.headers.get("content-security-policy")).toContain("sandbox");
  expect((await routes.request("/inbox/999999")).status).toBe(404);
});
