import type { LetterSeal } from "@vitrina/domain/core";
import { sealUnder } from "#core/seal.ts";

/** Seals what waits in the outbox for its letter, under a key derived from a secret that is not in the database. */
export function createLetterSeal(secret: string): LetterSeal & { open(sealed: string): string } {
  const box = sealUnder(secret, "letter");
  return {
    seal: (token) => Buffer.from(box.seal(token)).toString("base64url"),
    open: (sealed) => box.open(Buffer.from(sealed, "base64url")),
  };
}
