import type { User } from "@vitrina/domain/users";
import * as z from "zod";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a link in a letter may be for. */
export const LinkPurpose = z.enum([
  "verify",
  "reset",
  "change-email",
  "undo-email",
  "invite",
  "undo-erasure",
  "export",
]);
export type LinkPurpose = z.infer<typeof LinkPurpose>;

/** How long it works, in milliseconds. */
const LIFETIMES: Record<LinkPurpose, number> = {
  verify: DAY,
  reset: 30 * MINUTE,
  "change-email": DAY,
  "undo-email": 7 * DAY,
  invite: 72 * HOUR,
  "undo-erasure": 14 * DAY,
  export: 7 * DAY,
};

/** Letters a person may cause within a while, so that nobody's mailbox is flooded. */
const ALLOWANCES = {
  verify: { letters: 5, within: DAY },
  reset: { letters: 3, within: HOUR },
  "change-email": { letters: 5, within: DAY },
} satisfies Partial<Record<LinkPurpose, { letters: number; within: number }>>;
export type RationedPurpose = keyof typeof ALLOWANCES;

/** Of these several may work at a time; of the others a newer one ends the older. */
const COEXISTING = new Set<LinkPurpose>(["undo-email", "export"]);

/** A link of a letter as it is stored; its token is kept as a digest only. */
export interface Link {
  id: string;
  purpose: LinkPurpose;
  /** Null for somebody who has no account yet. */
  userId: string | null;
  /** The address it is about, as written and as a key. */
  email: string;
  emailCanonical: string;
  /** The authorisation version it was made under. */
  av: number | null;
  /** What else it is bound to, such as a role or a file; "" for nothing. */
  subject: string;
  createdAt: Date;
  expiresAt: Date;
}

/** The secret of a link: 256 random bits, base64url. Whatever else is sent names no link. */
export const LinkToken = z.string().min(1).max(64);

export const replacesOlder = (purpose: LinkPurpose): boolean => !COEXISTING.has(purpose);

export const linkExpiry = (purpose: LinkPurpose, now: Date): Date => new Date(now.getTime() + LIFETIMES[purpose]);

/** Since when the letters of a purpose count, and how many are allowed since then. */
export function allowance(purpose: RationedPurpose, now: Date): { since: Date; letters: number } {
  const { letters, within } = ALLOWANCES[purpose];
  return { letters, since: new Date(now.getTime() - within) };
}

/** Whether the person still is who the link was made for: same rights, and the address it was sent to still theirs. */
export const isBoundTo = (link: Link, user: User): boolean =>
  isMadeUnder(link, user) && link.emailCanonical === user.emailCanonical;

/** Whether the person's password, address and rights are as they were when the link was made. */
export const isMadeUnder = (link: Link, { id, av }: Pick<User, "id" | "av">): boolean =>
  link.userId === id && link.av === av;
