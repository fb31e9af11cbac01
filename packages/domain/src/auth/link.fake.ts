import type { LetterSeal } from "@vitrina/domain/core";
import type { LinkRepository } from "./link.repository.ts";
import { type Link, linkExpiry } from "./link.ts";
import { at } from "./auth.fake.ts";

type Stored = Link & { hash: Uint8Array; consumedAt: Date | null };
const DAY = 24 * 3_600_000;

export const aLink = (changes: Partial<Link> = {}): Link => {
  const { purpose = "verify", createdAt = at(0) } = changes;
  return {
    id: "0196b8c0-0000-7000-8000-000000000071",
    purpose,
    userId: "0196b8c0-0000-7000-8000-00000000000a",
    email: "anna@example.com",
    emailCanonical: "anna@example.com",
    av: 1,
    subject: "",
    createdAt,
    expiresAt: linkExpiry(purpose, createdAt),
    ...changes,
  };
};

/** Seals that anybody can read. */
export const fakeLetterSeal: LetterSeal = { seal: (secret) => secret };

const linkOf = ({ hash: _, consumedAt: __, ...link }: Stored): Link => link;

/** Links in memory. */
export function fakeLinks(): LinkRepository & { all: Stored[] } {
  let all: Stored[] = [];
  const named = (hash: Uint8Array, now: Date) =>
    all.find((link) => link.hash.join() === hash.join() && link.consumedAt === null && link.expiresAt > now);
  const isKin = (one: Link, other: Link) =>
    one.id !== other.id &&
    one.purpose === other.purpose &&
    one.userId === other.userId &&
    (one.userId !== null || one.emailCanonical === other.emailCanonical);
  return {
    get all() {
      return all;
    },
    async add(link, hash) {
      if (all.some(({ id }) => id === link.id)) return false;
      all.push({ ...link, hash, consumedAt: null });
      return true;
    },
    async find(hash, now) {
      const link = named(hash, now);
      return link ? linkOf(link) : null;
    },
    async consume(hash, purposes, now) {
      const link = named(hash, now);
      if (!link || !purposes.includes(link.purpose)) return null;
      link.consumedAt = now;
      return linkOf(link);
    },
    async endOthers(link, which, now) {
      const isMeant = ({ createdAt }: Link) =>
        which === "older" ? createdAt <= link.createdAt : createdAt >= link.createdAt;
      for (const other of all) if (isKin(link, other) && isMeant(other)) other.consumedAt ??= now;
    },
    countSince: async (userId, purpose, since) =>
      all.filter((link) => link.userId === userId && link.purpose === purpose && link.createdAt > since).length,
    isReserved: async (emailCanonical, userId, now) =>
      all.some(
        (link) =>
          link.purpose === "undo-email" &&
          link.emailCanonical === emailCanonical &&
          link.userId !== userId &&
          link.consumedAt === null &&
          link.expiresAt > now,
      ),
    async sweep(now) {
      all = all.filter(({ expiresAt }) => expiresAt.getTime() >= now.getTime() - DAY);
    },
  };
}
