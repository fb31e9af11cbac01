import { expect, test } from "vitest";
import { aConsent } from "./consent.fake.ts";
import type { ConsentRepository } from "./consent.repository.ts";

interface Subject {
  consents: ConsentRepository;
  anna: string;
  boris: string;
}

/** What every ConsentRepository does; each test opens a subject of its own. */
export function consentRepositorySuite(open: () => Promise<Subject>): void {
  test("of somebody who never said anything, nothing is known", async () => {
    const { consents, anna } = await open();

    expect(await consents.latest(anna)).toEqual([]);
  });

  test("the latest word about each purpose holds, whoever else said what", async () => {
    const { consents, anna, boris } = await open();
    const later = aConsent({ userId: anna, granted: false, source: "unsubscribe-link" });
    const other = aConsent({ userId: anna, purpose: "review-requests" });

    await consents.append(aConsent({ userId: anna }));
    await consents.append(other);
    await consents.append(later);
    await consents.append(aConsent({ userId: boris }));

    const latest = await consents.latest(anna);
    expect(latest).toHaveLength(2);
    expect(latest).toEqual(expect.arrayContaining([later, other]));
  });
}
