import { aUser } from "@vitrina/domain/users/testing";
import { fakeLinks } from "./link.fake.ts";
import { linkRepositorySuite } from "./link.suite.ts";

let count = 0;

linkRepositorySuite(
  async () => ({ links: fakeLinks(), user: aUser() }),
  () => `0196b8c0-0000-7000-8000-${String(++count).padStart(12, "0")}`,
);
