import { Busy } from "@vitrina/domain/core";

const MAX_WAITING = 50;
const RETRY_AFTER = 2;

/**
 * Lets so many works run at once and a bounded number wait: an unbounded queue would let a flood starve the shop. Who is
 * known has a queue of their own, ahead of all strangers and never full of them. @throws Busy
 */
export function createAdmission(concurrency: number) {
  let running = 0;
  const ahead: (() => void)[] = [];
  const behind: (() => void)[] = [];
  return async <T>(work: () => Promise<T>, { known = false } = {}): Promise<T> => {
    const waiting = known ? ahead : behind;
    if (running < concurrency) running++;
    else if (waiting.length < MAX_WAITING) await new Promise<void>((resolve) => waiting.push(resolve));
    else throw new Busy({ retryAfter: RETRY_AFTER });
    try {
      return await work();
    } finally {
      const next = ahead.shift() ?? behind.shift();
      if (next) next();
      else running--;
    }
  };
}
