import { textOf } from "#core/search-params.ts";

const LONGEST = 60;

/** The phrase that a new rule begins with, as the address has it. */
export function phraseOf(raw: Record<string, unknown>): { phrase?: string } {
  const phrase = textOf(raw, "phrase")?.trim();
  return phrase && phrase.length <= LONGEST ? { phrase } : {};
}
