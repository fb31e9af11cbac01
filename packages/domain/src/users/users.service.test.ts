import { NotFound } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { aUser, fakeUsers } from "./testing.ts";
import { createUsersService } from "./users.service.ts";

test("a person sees their own data and nothing of the shop's notes about them", async () => {
  const anna = aUser();
  const users = createUsersService({ users: fakeUsers(anna) });

  expect(await users.profile(anna.id)).toEqual({
    id: anna.id,
    email: "anna@example.com",
    name: "Анна",
    phone: null,
    locale: "ru",
    currency: null,
    role: "customer",
    version: 1,
    emailVerified: false,
    createdAt: "2026-01-01T09:00:00.000Z",
  });
});

test("nobody is found under a foreign id", async () => {
  const users = createUsersService({ users: fakeUsers(aUser()) });

  await expect(users.profile("0196b8c0-0000-7000-8000-0000000000ff")).rejects.toThrow(new NotFound({ what: "user" }));
  expect(await users.findProfile("0196b8c0-0000-7000-8000-0000000000ff")).toBeNull();
});
