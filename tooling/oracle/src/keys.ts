const ACCENTED = /[\u00c0-\u024f]/gu;

/** Lower case, no accents on Latin letters, е for ё, words of letters and digits only: how texts are compared. */
export const fold = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll(ACCENTED, (letter) => letter.normalize("NFKD").replaceAll(/\p{M}/gu, ""))
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What spellings of one value have in common. */
export const keyOf = (text: string): string =>
  fold(text)
    .replaceAll(/\bgrey\b/g, "gray")
    .replaceAll(/\bcolour/g, "color")
    .replaceAll(/(?<=\d) ?x ?(?=\d)/g, "x");

const SIGNIFICANT = 3;

/** Three significant digits, plainly written: 12345.6 is "12300", 0.5 is "0.5". */
export function roundedOf(value: number): string {
  const decimals = Math.max(0, SIGNIFICANT - 1 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return String(Number(Number(value.toPrecision(SIGNIFICANT)).toFixed(decimals)));
}

/** "20..50": the step of 1, 2, 5, 10, 20, … that holds the value, without its upper bound. */
export function stepOf(value: number): string {
  if (value === 0) return "0";
  if (value < 0) return "..0";
  const bounds = Array.from({ length: 40 }, (_, index) =>
    [1, 2, 5].map((step) => Number(`${step}e${index - 20}`)),
  ).flat();
  const above = bounds.findIndex((bound) => bound > value);
  return `${plain(bounds[above - 1] ?? 0)}..${plain(bounds[above] ?? 0)}`;
}

const plain = (value: number) => value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
