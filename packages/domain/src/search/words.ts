const MAX_WORDS = 12;
const WORD = /[\p{L}\p{N}]+/gu;
const ACCENTED_LATIN = /[\u00c0-\u024f]/gu;
const MARKS = /\p{M}/gu;

/** Lower case, no accents on Latin letters, "е" for "ё": the form in which texts are compared. */
export const fold = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(ACCENTED_LATIN, (letter) => letter.normalize("NFKD").replace(MARKS, ""));

/** The words of a query, folded; at most twelve. */
export const wordsOf = (text: string): string[] => (fold(text).match(WORD) ?? []).slice(0, MAX_WORDS);

const LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю";
const swapped = new Map(
  [...LATIN_KEYS].flatMap((latin, index) => {
    const cyrillic = CYRILLIC_KEYS[index] ?? latin;
    return [
      [latin, cyrillic],
      [cyrillic, latin],
    ] as const;
  }),
);

/** What the same keys give in the other of the Russian and English layouts: "rhe;rf" is "кружка". */
export const swapLayout = (text: string): string =>
  [...text.toLowerCase()].map((key) => swapped.get(key) ?? key).join("");

/** Optimal string alignment: edits to make one word of the other, where swapping two neighbours is one edit. */
export function distance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      const swap = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const edits = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1)];
      if (i > 1 && j > 1 && swap) edits.push(at(beforeLast, j - 2) + 1);
      row.push(Math.min(...edits));
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, right.length);
}

const at = (row: number[], index: number) => row[index] ?? Infinity;

/** From three letters on; words with digits are codes and stay as typed. */
export const mayBeMistyped = (word: string): boolean => word.length >= 3 && !/\d/.test(word);

/** One typo is forgiven, two from six letters on. */
export function closestWord(word: string, candidates: readonly string[]): string | null {
  if (!mayBeMistyped(word)) return null;
  const allowed = word.length < 6 ? 1 : 2;
  let best: { candidate: string; edits: number } | null = null;
  for (const candidate of candidates) {
    const edits = distance(word, candidate);
    if (edits <= allowed && (!best || edits < best.edits)) best = { candidate, edits };
  }
  return best?.candidate ?? null;
}

/** The beginning of a candidate that the word, still being typed, is one typo away from. */
export function closestBeginning(word: string, candidates: readonly string[]): string | null {
  if (word.length < 4 || !mayBeMistyped(word)) return null;
  for (const candidate of candidates) {
    const beginning = [0, 1, -1]
      .map((more) => candidate.slice(0, word.length + more))
      .find((each) => distance(word, each) <= 1);
    if (beginning !== undefined) return beginning;
  }
  return null;
}
