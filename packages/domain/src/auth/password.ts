import type { Role } from "@vitrina/domain/users";
import { WeakPassword } from "./auth.errors.ts";

/** Characters. NIST advises 15 without a second factor; customers get by with 10, made up for by the strength check. */
export const MINIMUM_LENGTH = { customer: 10, staff: 15, admin: 15, custom: 15 } satisfies Record<Role, number>;
const MINIMUM_SCORE = 3;

/** How hard a password is to guess: zxcvbn's score of 0 to 4, and whether it is on the bundled list of common ones. */
export interface Strength {
  score: number;
  common: boolean;
}

/** @throws WeakPassword */
export function assertLongEnough(password: string, role: Role): void {
  const minimum = MINIMUM_LENGTH[role];
  if (Array.from(password).length < minimum) throw new WeakPassword({ reason: "too-short", minimum });
}

/** @throws WeakPassword */
export function assertHardToGuess({ score, common }: Strength, role: Role): void {
  const minimum = MINIMUM_LENGTH[role];
  if (common) throw new WeakPassword({ reason: "common", minimum });
  if (score < MINIMUM_SCORE) throw new WeakPassword({ reason: "guessable", minimum });
}

/** What an attacker tries first: the shop's name, the address and its parts, the person's name. */
export const wordsOf = ({ email, name }: { email: string; name: string }): string[] => [
  "vitrina",
  "витрина",
  email,
  name,
  ...`${email} ${name}`.split(/[\s@.+_-]+/).filter((word) => word.length > 2),
];
