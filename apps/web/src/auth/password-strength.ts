import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";

/** As the shop judges: the first characters alone, and as typed on the other layout too. */
const JUDGED = 32;
const RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю";
const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  l33tMaxSubstitutions: 10,
});

export interface Strength {
  /** 0 to 4; the shop takes 3 and more. */
  score: number;
  /** zxcvbn's key of the weakness, e.g. "keyPattern". */
  weakness: string | null;
}

/** How hard a password is to guess for whoever knows `words`. Weighs half a megabyte: load it when it is needed. */
export function estimateStrength(password: string, words: readonly string[]): Strength {
  const judged = password.slice(0, JUDGED);
  const known = words.flatMap((word) => [word, ...word.split(/[\s@.+_-]+/)]).filter((word) => word.length > 2);
  const estimates = [...new Set([judged, otherLayout(judged)])].map((variant) =>
    zxcvbn.check(variant, ["vitrina", "витрина", ...known]),
  );
  const [weakest] = estimates.toSorted((one, other) => one.guesses - other.guesses);
  return { score: weakest?.score ?? 0, weakness: weakest?.feedback.warning ?? null };
}

const otherLayout = (password: string): string =>
  Array.from(password.toLowerCase(), (letter) => LATIN[RUSSIAN.indexOf(letter)] ?? letter).join("");
