/** Runs the writing part of a use case, e.g. under an idempotency key; slow work such as hashing stays outside. */
export type Once = <T>(work: () => Promise<T>) => Promise<T>;
export const immediately: Once = (work) => work();
