import * as z from "zod";
import { Currency, type DataSubject, Id, Instant, Locale, Version } from "@vitrina/domain/core";

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
  /** E.164. */
  phone: z.string().nullable(),
  /** In which prices are shown after signing in; null: as the device is set. */
  currency: Currency.nullable(),
  /** When all of it goes, as the person asked; null: it stays. Nobody is signed in to an account that goes. */
  eraseAt: z.date().nullable(),
});
export type User = z.infer<typeof User>;

/** A person who has not yet said how to call them or what they pay with. */
export type NewUser = Omit<User, "phone" | "currency" | "eraseAt">;

/** The person as the rooms know whose things are meant. */
export const subjectOf = ({ id, email, emailCanonical, emailVerifiedAt }: User): DataSubject => ({
  id,
  email,
  emailCanonical,
  emailVerified: emailVerifiedAt !== null,
});

/** What a person sees of themselves (USER-01): no internal flags. */
export const Profile = User.pick({
  id: true,
  email: true,
  name: true,
  phone: true,
  locale: true,
  currency: true,
  role: true,
  version: true,
}).extend({
  emailVerified: z.boolean(),
  createdAt: Instant,
});
export type Profile = z.infer<typeof Profile>;

/** What a person says of themselves, on top of the version they saw (USER-02). */
export const ProfileEdit = User.pick({ name: true, locale: true, currency: true })
  .extend({
    phone: z.string().trim().min(5).max(30).nullable(),
    version: Version,
  })
  .strict();
export type ProfileEdit = z.infer<typeof ProfileEdit>;

/** What a person sees of themselves. */
export const profileOf = ({ emailVerifiedAt, createdAt, ...user }: User): Profile => ({
  id: user.id,
  email: user.email,
  name: user.name,
  phone: user.phone,
  locale: user.locale,
  currency: user.currency,
  role: user.role,
  version: user.version,
  emailVerified: emailVerifiedAt !== null,
  createdAt: createdAt.toISOString(),
});
