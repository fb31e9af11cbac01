import type { Refusal } from "@vitrina/api-contract";

/**
 * The typed reason of a failed call, or null when it is no refusal of the shop (no network, a bug). Follows causes,
 * because an error that was thrown in process on the server arrives wrapped.
 */
export function refusalOf(error: unknown): Refusal | null {
  if (typeof error !== "object" || error === null) return null;
  if ("data" in error && typeof error.data === "object" && error.data !== null && "refusal" in error.data) {
    return error.data.refusal as Refusal | null;
  }
  return "cause" in error ? refusalOf(error.cause) : null;
}

/**
 * Whether a failed read is tried again: a refusal stays one unless the shop is just busy, and a page made on the server
 * must not wait for it.
 */
export const worthRepeating =
  ({ server }: { server: boolean }) =>
  (failures: number, error: unknown): boolean => {
    const refusal = refusalOf(error);
    return !server && failures < 1 && (refusal === null || refusal.code === "core.busy");
  };
