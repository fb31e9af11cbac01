export * from "./address.fake.ts";
export { addressRepositorySuite } from "./address.suite.ts";
export { fakeGroups, type Purchase } from "./groups.fake.ts";
export { groupsSuite } from "./groups.suite.ts";
export { notesSuite } from "./notes.suite.ts";
export { rolesSuite } from "./roles.suite.ts";
export { fakeStaff } from "./staff.fake.ts";
export * from "./users.fake.ts";
export { usersRepositorySuite } from "./users.suite.ts";
