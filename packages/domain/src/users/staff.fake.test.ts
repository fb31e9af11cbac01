import { rolesSuite } from "./roles.suite.ts";
import { fakeStaff } from "./staff.fake.ts";
import { aUser, fakeUsers } from "./testing.ts";

let count = 0;

rolesSuite(
  async (role) => {
    const person = aUser({ id: `person-${++count}`, role });
    return { ...fakeStaff(fakeUsers({ ...person })), person };
  },
  () => `id-${++count}`,
);
