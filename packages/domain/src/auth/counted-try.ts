import type { LimitName, Throttle } from "@vitrina/domain/core";

interface Counting {
  throttle: Pick<Throttle, "take" | "giveBack" | "clear">;
  bucket: readonly [limit: LimitName, whom: string];
  /** What a right try does to the bucket: empties it, or takes only itself out. */
  right: "clear" | "giveBack";
  isWrong(error: unknown): boolean;
}

/**
 * Counts a try before it is judged, so that many at once are no way round; `judge` is told how many there are with this
 * one. Only a wrong one stays counted: not one that failed for another reason, such as a shop too busy to compare.
 * @throws RateLimited
 */
export async function countedTry<T>(
  { throttle, bucket, right, isWrong }: Counting,
  judge: (hits: number) => Promise<T>,
): Promise<T> {
  const hits = await throttle.take(...bucket);
  try {
    const outcome = await judge(hits);
    await throttle[right](...bucket);
    return outcome;
  } catch (error) {
    if (!isWrong(error)) await throttle.giveBack(...bucket);
    throw error;
  }
}
