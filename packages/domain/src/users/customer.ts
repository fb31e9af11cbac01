import { Id, Instant, maskEmail, maskPhone } from "@vitrina/domain/core";
import * as z from "zod";
import { Role, type User } from "./user.ts";

/** What staff may ask to see in full; each look is written down. */
export const RevealedField = z.enum(["email", "phone"]);
export type RevealedField = z.infer<typeof RevealedField>;

export const Reason = z.string().trim().min(3).max(500);

/** Somebody as staff find them: addresses and numbers are masked. */
export const Customer = z.object({
  id: Id,
  name: z.string(),
  maskedEmail: z.string(),
  role: Role,
  status: z.enum(["active", "disabled"]),
  createdAt: Instant,
});
export type Customer = z.infer<typeof Customer>;

export const CustomerDetails = Customer.extend({
  emailVerified: z.boolean(),
  locale: z.enum(["ru", "en"]),
  maskedPhone: z.string().nullable(),
});
export type CustomerDetails = z.infer<typeof CustomerDetails>;

export const customerOf = ({ id, name, email, role, status, createdAt }: User): Customer => ({
  id,
  name,
  maskedEmail: maskEmail(email),
  role,
  status,
  createdAt: createdAt.toISOString(),
});

export const customerDetailsOf = (user: User, phone: string | null): CustomerDetails => ({
  ...customerOf(user),
  emailVerified: user.emailVerifiedAt !== null,
  locale: user.locale,
  maskedPhone: phone === null ? null : maskPhone(phone),
});
