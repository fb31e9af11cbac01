import type { Strength } from "@vitrina/domain/auth";

/** Judging 128 characters takes most of a second, their first 32 some 20 ms; what makes these strong makes all strong. */
const JUDGED = 32;
const RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю";
const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";

let loading: ReturnType<typeof load> | undefined;

/**
 * zxcvbn with its list of some 49,000 common passwords. A password in Cyrillic is also judged by the keys it is typed
 * with, as Russian ones are Latin words on the other layout, or the reverse. Loaded when first asked for; holds up its
 * thread. `words` are known to belong to the person or the shop.
 */
export async function judge(password: string, words: readonly string[]): Promise<Strength> {
  const { scoreOf, common } = await (loading ??= load());
  const judged = password.slice(0, JUDGED);
  const variants = [...new Set([judged, otherLayout(judged)])];
  return {
    score: Math.min(...variants.map((variant) => scoreOf(variant, words))),
    common: common.has(password.toLowerCase()) || common.has(otherLayout(password.toLowerCase())),
  };
}

const otherLayout = (password: string): string =>
  Array.from(password.toLowerCase(), (letter) => LATIN[RUSSIAN.indexOf(letter)] ?? letter).join("");

async function load() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: 10,
  });
  return {
    scoreOf: (password: string, words: readonly string[]): number => zxcvbn.check(password, [...words]).score,
    common: new Set(
      Object.values(common.dictionary)
        .flat()
        .map((word) => String(word).toLowerCase()),
    ),
  };
}
