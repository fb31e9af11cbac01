import * as z from "zod";
import { Id, Instant, Locale } from "@vitrina/domain/core";

/** `custom` may what the shop's own role of that person grants, see CustomRole; the other three are fixed. */
export const Role = z.enum(["customer", "staff", "admin", "custom"]);
export type Role = z.infer<typeof Role>;
export const SystemRole = Role.exclude(["custom"]);
export type SystemRole = z.infer<typeof SystemRole>;

/** Spaces around it are dropped; canonicalEmail judges the rest. */
export const Email = z.string().trim().min(3).max(254);
export const PersonName = z.string().trim().min(1).max(200);

/** A person the shop knows. `av` is the authorisation version: raised whenever rights or the password change. */
export const User = z.object({
  id: Id,
  email: Email,
  emailCanonical: z.string(),
  name: PersonName,
  locale: Locale,
  role: Role,
  status: z.enum(["active", "disabled"]),
  emailVerifiedAt: z.date().nullable(),
  av: z.int(),
  version: z.int(),
  createdAt: z.date(),
});
export type User = z.infer<typeof User>;

/** What a person sees of themselves (USER-01): no internal flags. */
export const Profile = User.pick({ id: true, email: true, name: true, locale: true, role: true }).extend({
  emailVerified: z.boolean(),
  createdAt: Instant,
});
export type Profile = z.infer<typeof Profile>;

/** What a person sees of themselves. */
export const profileOf = ({ id, email, name, locale, role, emailVerifiedAt, createdAt }: User): Profile => ({
  id,
  email,
  name,
  locale,
  role,
  emailVerified: emailVerifiedAt !== null,
  createdAt: createdAt.toISOString(),
});
