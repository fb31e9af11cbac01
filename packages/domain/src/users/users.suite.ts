import { expect, test } from "vitest";
import { aUser } from "./users.fake.ts";
import { EmailTaken } from "./users.errors.ts";
import type { UsersRepository } from "./users.repository.ts";

/** What every UsersRepository does. `newId` gives UUIDs. */
export function usersRepositorySuite(open: () => Promise<UsersRepository>, newId: () => string): void {
  const aPerson = (changes = {}) => {
    const id = newId();
    return aUser({ id, email: `${id}@example.com`, ...changes });
  };

  test("a person comes back as they were added", async () => {
    const users = await open();
    const anna = aPerson({ emailVerifiedAt: new Date("2026-01-02T09:00:00Z"), role: "staff" });

    expect(await users.add(anna)).toBe(true);

    expect(await users.find(anna.id)).toEqual(anna);
    expect(await users.findByEmail(anna.emailCanonical)).toEqual(anna);
    expect(await users.lock(anna.id)).toEqual(anna);
  });

  test("nobody is found where nobody is", async () => {
    const users = await open();

    expect(await users.find(newId())).toBeNull();
    expect(await users.findByEmail("nobody@example.com")).toBeNull();
  });

  test("twenty people with one address at once become one", async () => {
    const users = await open();
    const { email, emailCanonical } = aPerson();

    const added = await Promise.all(Array.from({ length: 20 }, () => users.add(aPerson({ email, emailCanonical }))));

    expect(added.filter(Boolean)).toHaveLength(1);
  });

  test("an edit changes what people say of themselves and nothing else", async () => {
    const users = await open();
    const anna = aPerson();
    await users.add(anna);
    const said = { name: "Анна Иванова", phone: "+79123456789", locale: "en", currency: "EUR", version: 2 } as const;

    await users.edit({ ...anna, ...said, role: "admin", av: 7 } as typeof anna);

    expect(await users.find(anna.id)).toEqual({ ...anna, ...said });
  });

  test("an address is confirmed once, and the first time counts", async () => {
    const users = await open();
    const anna = aPerson();
    await users.add(anna);
    const first = new Date("2026-01-02T09:00:00Z");

    await users.markVerified(anna.id, first);
    await users.markVerified(anna.id, new Date("2026-01-03T09:00:00Z"));

    expect(await users.find(anna.id)).toEqual({ ...anna, emailVerifiedAt: first });
  });

  test("an account is shut and opened, which raises its rights and its version", async () => {
    const users = await open();
    const anna = aPerson();
    await users.add(anna);

    await users.setStatus(anna.id, "disabled");
    expect(await users.find(anna.id)).toEqual({ ...anna, status: "disabled", av: 2, version: 2 });
    await users.setStatus(anna.id, "active");
    expect(await users.find(anna.id)).toEqual({ ...anna, av: 3, version: 3 });
  });

  test("of the customers whose time has come the one longest due is taken, and nobody else", async () => {
    const users = await open();
    const [first, second, later, clerk] = [aPerson(), aPerson(), aPerson(), aPerson({ role: "staff" })];
    for (const person of [second, first, later, clerk]) await users.add(person);
    const noon = new Date("2020-01-01T12:00:00Z");
    const at = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

    await users.setEraseAt(first.id, at(-2));
    await users.setEraseAt(second.id, at(0));
    await users.setEraseAt(later.id, at(1));
    await users.setEraseAt(clerk.id, at(-9));

    expect(await users.lockErasable(noon)).toEqual({ ...first, eraseAt: at(-2) });
    await users.setEraseAt(first.id, null);
    expect(await users.lockErasable(noon)).toEqual({ ...second, eraseAt: at(0) });
    await users.setEraseAt(second.id, null);
    expect(await users.lockErasable(noon)).toBeNull();
  });

  test("rights are raised by one", async () => {
    const users = await open();
    const anna = aPerson();
    await users.add(anna);

    await Promise.all([users.raiseAv(anna.id), users.raiseAv(anna.id)]);

    expect(await users.find(anna.id)).toEqual({ ...anna, av: 3 });
  });

  test("another address is confirmed by its own link only, and raises the rights", async () => {
    const users = await open();
    const anna = aPerson({ emailVerifiedAt: new Date("2026-01-02T09:00:00Z") });
    await users.add(anna);
    const { email, emailCanonical } = aPerson();
    const verifiedAt = new Date("2026-02-02T09:00:00Z");

    await users.setEmail(anna.id, { email, emailCanonical }, verifiedAt);

    expect(await users.find(anna.id)).toEqual({ ...anna, email, emailCanonical, emailVerifiedAt: verifiedAt, av: 2 });
    expect(await users.findByEmail(anna.emailCanonical)).toBeNull();
  });

  test("nobody takes an address that another has", async () => {
    const users = await open();
    const [anna, boris] = [aPerson(), aPerson()];
    await users.add(anna);
    await users.add(boris);

    await expect(users.setEmail(anna.id, boris, new Date())).rejects.toThrow(EmailTaken);

    expect(await users.find(anna.id)).toEqual(anna);
  });
}
