import type { Clock } from "@vitrina/domain/core";

/** Asks again only when an answer is older than `milliseconds`; a failure is not remembered. One answer per key. */
export function remembered<Key, Answer>(
  ask: (key: Key) => Promise<Answer>,
  { milliseconds, now }: { milliseconds: number; now: Clock },
): (key: Key) => Promise<Answer> {
  const answers = new Map<Key, { at: number; answer: Answer }>();
  return async (key) => {
    const known = answers.get(key);
    if (known && now().getTime() - known.at < milliseconds) return known.answer;
    const answer = await ask(key);
    answers.set(key, { at: now().getTime(), answer });
    return answer;
  };
}
