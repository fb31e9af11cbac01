import type { User } from "@vitrina/domain/users";
import { expect, test } from "vitest";
import { at } from "./auth.fake.ts";
import { aLink } from "./link.fake.ts";
import type { LinkRepository } from "./link.repository.ts";
import type { Link } from "./link.ts";

interface Subject {
  links: LinkRepository;
  /** A person whom the repository's foreign keys know. */
  user: User;
}

/** What every LinkRepository does; each test opens a subject of its own. `newId` gives UUIDs. */
export function linkRepositorySuite(open: () => Promise<Subject>, newId: () => string): void {
  const hashOf = (id: string) => new TextEncoder().encode(id.replaceAll("-", ""));
  const begin = async (changes: Partial<Link> = {}) => {
    const { links, user } = await open();
    const issue = async (more: Partial<Link> = {}) => {
      const { email, emailCanonical } = user;
      const link = aLink({ id: newId(), userId: user.id, email, emailCanonical, ...changes, ...more });
      await links.add(link, hashOf(link.id));
      return { link, hash: hashOf(link.id) };
    };
    return { links, user, issue, ...(await issue()) };
  };

  test("a link is found by its token and by no other, and comes back as it was made", async () => {
    const { links, link, hash } = await begin({ subject: "staff" });

    expect(await links.find(hash, at(1))).toEqual(link);
    expect(await links.find(hashOf(newId()), at(1))).toBeNull();
  });

  test("a link works once", async () => {
    const { links, link, hash } = await begin();

    expect(await links.consume(hash, ["verify"], at(1))).toEqual(link);
    expect(await links.consume(hash, ["verify"], at(1))).toBeNull();
    expect(await links.find(hash, at(1))).toBeNull();
  });

  test("twenty who use a link at once are one", async () => {
    const { links, hash } = await begin();

    const uses = await Promise.all(Array.from({ length: 20 }, () => links.consume(hash, ["verify"], at(1))));

    expect(uses.filter(Boolean)).toHaveLength(1);
  });

  test("a link does nothing for another purpose, and stays good for its own", async () => {
    const { links, hash } = await begin({ purpose: "reset" });

    expect(await links.consume(hash, ["verify", "undo-email"], at(1))).toBeNull();
    expect(await links.consume(hash, ["verify", "reset"], at(1))).not.toBeNull();
  });

  test("a link ends with the second it expires", async () => {
    const { links, hash } = await begin({ purpose: "reset" });

    expect(await links.find(hash, at(30 * 60 - 1))).not.toBeNull();
    expect(await links.find(hash, at(30 * 60))).toBeNull();
    expect(await links.consume(hash, ["reset"], at(30 * 60))).toBeNull();
  });

  test("one id is one link", async () => {
    const { links, link, hash } = await begin();

    expect(await links.add({ ...link, purpose: "reset" }, hashOf(newId()))).toBe(false);
    expect(await links.find(hash, at(1))).toEqual(link);
  });

  test("a newer link ends the older ones of its person and purpose, and no others", async () => {
    const { links, hash, issue } = await begin();
    const other = await issue({ purpose: "reset" });
    const newer = await issue({ createdAt: at(5) });

    await links.endOthers(newer.link, "older", at(5));

    expect(await links.find(hash, at(6))).toBeNull();
    expect(await links.find(other.hash, at(6))).not.toBeNull();
    expect(await links.find(newer.hash, at(6))).not.toBeNull();
  });

  test("for somebody without an account, the address tells whose link it is", async () => {
    const email = `${newId()}@example.com`;
    const { links, hash, issue } = await begin({ purpose: "invite", userId: null, email, emailCanonical: email });
    const stranger = await issue({ emailCanonical: `${newId()}@example.com` });
    const newer = await issue({ createdAt: at(5) });

    await links.endOthers(newer.link, "older", at(5));

    expect(await links.find(hash, at(6))).toBeNull();
    expect(await links.find(stranger.hash, at(6))).not.toBeNull();
  });

  test("the first way back ends the later ones, not the other way round", async () => {
    const { links, hash, link, issue } = await begin({ purpose: "undo-email" });
    const later = await issue({ createdAt: at(60) });

    await links.endOthers(link, "newer", at(70));

    expect(await links.find(hash, at(71))).not.toBeNull();
    expect(await links.find(later.hash, at(71))).toBeNull();
  });

  test("letters are counted per person and purpose, the used ones too", async () => {
    const { links, user, hash, issue } = await begin();
    await issue({ createdAt: at(60) });
    await issue({ purpose: "reset" });
    await links.consume(hash, ["verify"], at(1));

    expect(await links.countSince(user.id, "verify", at(-1))).toBe(2);
    expect(await links.countSince(user.id, "verify", at(30))).toBe(1);
    expect(await links.countSince(newId(), "verify", at(-1))).toBe(0);
  });

  test("an address that may be taken back is reserved for its owner while the way back is open", async () => {
    const { links, user, link, hash } = await begin({ purpose: "undo-email" });

    expect(await links.isReserved(link.emailCanonical, newId(), at(1))).toBe(true);
    expect(await links.isReserved(link.emailCanonical, user.id, at(1))).toBe(false);
    expect(await links.isReserved(`${newId()}@example.com`, newId(), at(1))).toBe(false);
    expect(await links.isReserved(link.emailCanonical, newId(), link.expiresAt)).toBe(false);
    await links.consume(hash, ["undo-email"], at(2));
    expect(await links.isReserved(link.emailCanonical, newId(), at(3))).toBe(false);
  });

  test("a sweep forgets links a day after their end", async () => {
    const { links, user, link } = await begin({ purpose: "reset" });
    const later = (seconds: number) => new Date(link.expiresAt.getTime() + seconds * 1000);

    await links.sweep(later(86_399), 1_000);
    expect(await links.countSince(user.id, "reset", at(-1))).toBe(1);
    await links.sweep(later(86_401), 1_000);
    expect(await links.countSince(user.id, "reset", at(-1))).toBe(0);
  });
}
