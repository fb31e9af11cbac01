import type { ConsentRecord, UnsubscribeTarget } from "./consent.ts";
import type { ConsentRepository } from "./consent.repository.ts";
import type { UnsubscribeTokens } from "./consent.service.ts";

/** Consents in memory. */
export function fakeConsents(): ConsentRepository & { all: ConsentRecord[] } {
  const all: ConsentRecord[] = [];
  return {
    all,
    async latest(userId) {
      const bySubject = new Map<string, ConsentRecord>();
      for (const record of all)
        if (record.userId === userId) bySubject.set(`${record.purpose} ${record.channel}`, record);
      return [...bySubject.values()];
    },
    append: async (record) => void all.push(record),
  };
}

/** Tokens in clear. */
export const fakeUnsubscribeTokens: UnsubscribeTokens = {
  tokenOf: (target) => JSON.stringify(target),
  read: (token) => (token.startsWith("{") ? (JSON.parse(token) as UnsubscribeTarget) : null),
};

export const aConsent = (changes: Partial<ConsentRecord> = {}): ConsentRecord => ({
  userId: "0196b8c0-0000-7000-8000-00000000000a",
  purpose: "newsletter",
  channel: "email",
  granted: true,
  textVersion: "2026-11",
  source: "account",
  at: new Date("2026-01-01T09:00:00Z"),
  ...changes,
});
