import type { CustomRole } from "./custom-role.ts";

export interface RolesRepository {
  /** By name, with the number of people who hold each. */
  list(limit: number): Promise<(CustomRole & { holders: number })[]>;
  /** Holds the role until the transaction ends: nobody can be given it meanwhile. */
  lock(id: string): Promise<(CustomRole & { holders: number }) | null>;
  /** Keeps the role as it is until the transaction ends, while others may give it too. */
  hold(id: string): Promise<CustomRole | null>;
  /** Adds a role; false, and no change, when the name is taken. */
  add(role: CustomRole, createdAt: Date): Promise<boolean>;
  /** Saves a role and raises `av` of everybody who holds it; false when the name is taken, and the transaction is lost. */
  save(role: CustomRole): Promise<boolean>;
  remove(id: string): Promise<void>;
}
