import { aUser, fakeUsers } from "@vitrina/domain/users/testing";
import { sessionRepositorySuite } from "./session.suite.ts";
import { fakeSessions } from "./auth.fake.ts";

let count = 0;
const user = aUser();

sessionRepositorySuite(
  async () => ({ sessions: fakeSessions(fakeUsers(user)), user }),
  () => `0196b8c0-0000-7000-8000-${String(++count).padStart(12, "0")}`,
);
