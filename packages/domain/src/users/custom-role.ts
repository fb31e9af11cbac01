import * as z from "zod";
import { Id, Version } from "@vitrina/domain/core";

export const RoleName = z.string().trim().min(1).max(60);

/** A role the shop made itself: a name for a set of permissions. Which permissions there are, the auth room knows. */
export const CustomRole = z.object({
  id: Id,
  name: RoleName,
  permissions: z.array(z.string()).max(200),
  version: Version,
});
export type CustomRole = z.infer<typeof CustomRole>;
