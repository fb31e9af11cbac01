export { createAddressRepository } from "./address.repository.ts";
export { createGroupsRepository } from "./groups.repository.ts";
export { createNotesRepository } from "./notes.repository.ts";
export { createConsentRepository } from "./consent.repository.ts";
export { createRolesRepository } from "./roles.repository.ts";
export { createStaffRepository } from "./staff.repository.ts";
export { createCustomersReader } from "./customers.repository.ts";
export { createUsersRepository } from "./users.repository.ts";
export type { UsersTables } from "./users.tables.ts";
