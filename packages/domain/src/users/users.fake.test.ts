import { fakeUsers } from "./users.fake.ts";
import { usersRepositorySuite } from "./users.suite.ts";

let last = 0;

usersRepositorySuite(
  async () => fakeUsers(),
  () => `person-${++last}`,
);
