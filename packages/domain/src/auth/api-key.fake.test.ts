import { aUser, fakeStaff, fakeUsers } from "@vitrina/domain/users/testing";
import { fakeApiKeys } from "./api-key.fake.ts";
import { apiKeyRepositorySuite } from "./api-key.suite.ts";

let count = 0;
const newId = () => `key-${++count}`;

apiKeyRepositorySuite(async () => {
  const owner = aUser({ id: newId(), role: "staff" });
  return { keys: fakeApiKeys(fakeStaff(fakeUsers(owner)).staff), owner };
}, newId);
