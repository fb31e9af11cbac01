import { expect, test } from "vitest";
import type { AddressRepository } from "./address.repository.ts";
import { aPostalAddress } from "./address.fake.ts";

interface Subject {
  addresses: AddressRepository;
  /** Two people whom the repository's foreign keys know. */
  anna: string;
  boris: string;
}

/** What every AddressRepository does; each test opens a subject of its own. `newId` gives UUIDs. */
export function addressRepositorySuite(open: () => Promise<Subject>, newId: () => string): void {
  const anAddress = (flat: string) => ({ ...aPostalAddress({ flat }), id: newId() });
  const withTwo = async () => {
    const subject = await open();
    const [first, second] = [anAddress("1"), anAddress("2")];
    const defaults = { shipping: first.id, billing: second.id };
    await subject.addresses.add(subject.anna, first, { shipping: first.id, billing: first.id });
    await subject.addresses.add(subject.anna, second, defaults);
    return { ...subject, first, second, defaults };
  };

  test("an empty book has no default", async () => {
    const { addresses, anna } = await open();

    expect(await addresses.book(anna)).toEqual({ addresses: [], defaults: null });
  });

  test("addresses come back as they were added, the newest first, with the defaults", async () => {
    const { addresses, anna, first, second, defaults } = await withTwo();

    expect(await addresses.book(anna)).toEqual({ addresses: [second, first], defaults });
    expect(await addresses.lock(anna)).toEqual({ addresses: [second, first], defaults });
    expect(await addresses.find(anna, first.id)).toEqual(first);
  });

  test("an edited address keeps its place", async () => {
    const { addresses, anna, first, second } = await withTwo();
    const moved = { ...first, city: "Казань", postcode: "420000" };

    expect(await addresses.replace(anna, moved)).toBe(true);

    expect((await addresses.book(anna)).addresses).toEqual([second, moved]);
  });

  test("the last address takes the defaults with it", async () => {
    const { addresses, anna, first, second } = await withTwo();
    const left = { shipping: second.id, billing: second.id };

    await addresses.remove(anna, first.id, left);
    const one = await addresses.book(anna);
    await addresses.remove(anna, second.id, null);

    expect(one).toEqual({ addresses: [second], defaults: left });
    expect(await addresses.book(anna)).toEqual({ addresses: [], defaults: null });
  });

  test("under a stranger's name nothing is found and nothing changes (T-01)", async () => {
    const { addresses, anna, boris, first } = await withTwo();
    const before = await addresses.book(anna);

    expect(await addresses.find(boris, first.id)).toBeNull();
    expect(await addresses.replace(boris, { ...first, flat: "stolen" })).toBe(false);
    await addresses.remove(boris, first.id, null);

    expect(await addresses.book(anna)).toEqual(before);
  });
}
