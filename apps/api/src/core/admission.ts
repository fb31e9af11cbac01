import { Busy } from "@vitrina/domain/core";

const MAX_WAITING = 50;
const RETRY_AFTER = 2;

/** Lets so many works run at once and a bounded number wait: an unbounded queue would let a flood starve the shop. @throws Busy */
export function createAdmission(concurrency: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < concurrency) running++;
    else if (waiting.length < MAX_WAITING) await new Promise<void>((resolve) => waiting.push(resolve));
    else throw new Busy({ retryAfter: RETRY_AFTER });
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
