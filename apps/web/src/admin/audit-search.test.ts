import { expect, test } from "vitest";
import { filterOf, searchOf } from "./audit-search.ts";

test("days of the filter are whole days of Moscow", () => {
  expect(filterOf({ from: "2026-11-24", until: "2026-11-24" })).toEqual({
    from: "2026-11-23T21:00:00.000Z",
    until: "2026-11-24T21:00:00.000Z",
  });
});

test("what makes no sense in the address is left out", () => {
  expect(searchOf({ actorId: "me", from: "2026-13-45", action: ["a", "users.disabled"], page: "2" })).toEqual({
    action: "users.disabled",
  });
});
