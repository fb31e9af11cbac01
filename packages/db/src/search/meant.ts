import type { Resolved } from "./resolve.ts";

/**
 * What words stand for, each as a text query: the word itself, or any of the phrases that mean the same. `near` are the
 * words that the meanings are numbered by. With `open` the last word is a beginning.
 */
export const meantBy =
  (near: readonly string[], meanings: Resolved["meanings"]) =>
  (words: readonly string[], open = false): string[] =>
    words.map((word, index) => {
      const number = near.indexOf(word) + 1;
      const others = meanings.filter(({ first, last }) => first <= number && number <= last);
      const typed = open && index === words.length - 1 ? `${word}:*` : word;
      const all = [typed, ...others.map(({ phrase }) => `(${phrase.replaceAll(" ", " & ")})`)];
      return all.length > 1 ? `(${all.join(" | ")})` : typed;
    });
