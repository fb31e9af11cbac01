/** Days of the shop's calendar as date inputs have them, "2026-11-24". */
const DAY_LENGTH = 86_400_000;
const OFFSET = 3 * 3_600_000;
const midnight = (day: string) => Date.parse(`${day}T00:00:00+03:00`);

/** The first instant of the day, ISO. */
export const startOf = (day: string): string => new Date(midnight(day)).toISOString();

/** The first instant that is no longer of the day, ISO. */
export const endOf = (day: string): string => new Date(midnight(day) + DAY_LENGTH).toISOString();

/** The day that an ISO instant is of. */
export const dayOf = (instant: string): string => new Date(Date.parse(instant) + OFFSET).toISOString().slice(0, 10);

/** The instant of a date and time of the shop's clock, as `datetime-local` inputs have them: "2026-11-24T17:03". */
export const instantOf = (local: string): string => new Date(`${local}:00+03:00`).toISOString();

/** What a `datetime-local` input shows for an ISO instant, by the shop's clock. */
export const localOf = (instant: string): string =>
  new Date(Date.parse(instant) + OFFSET).toISOString().slice(0, "2026-11-24T17:03".length);
