const NAMED_ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  deg: "°",
  reg: "®",
  copy: "©",
  trade: "™",
  bull: "•",
  dagger: "†",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  laquo: "«",
  raquo: "»",
  times: "×",
  micro: "µ",
};
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;
const ELEMENTS =
  "a|b|big|blockquote|br|center|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul";
const BREAKING_TAG = /<\/?(?:br|dd|div|dt|h[1-6]|hr|li|ol|p|table|tr|ul)\b[^<>]*>/gi;
const TAG = new RegExp(`</?(?:${ELEMENTS})\\b[^<>]*>|<!--[^]*?-->`, "gi");
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffd]/g;

/** Text as a reader should see it: no markup, entities, control or invisible characters; breaks of blocks become line breaks. */
export function cleanText(text: string): string {
  return withoutTags(decodeEntities(withoutTags(text)))
    .toWellFormed()
    .replace(CONTROL, " ")
    .replace(INVISIBLE, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n+/g, "\n")
    .replace(WORD, unmixed)
    .trim();
}

/** The same on one line. */
export const cleanLine = (text: string): string => cleanText(text).replaceAll("\n", " ");

const withoutTags = (text: string) => text.replace(BREAKING_TAG, "\n").replace(TAG, "");

const decodeEntities = (text: string) =>
  text.replace(ENTITY, (entity, ...groups: (string | undefined)[]) => {
    const [decimal, hexadecimal, name] = groups;
    if (name) return NAMED_ENTITIES[name.toLowerCase()] ?? entity;
    const code = decimal ? Number(decimal) : parseInt(hexadecimal ?? "", 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });

const WORD = /[\p{L}\p{M}]+/gu;
const CYRILLIC_TWINS = "АВЕІЈКМНОРЅСТУХаеіјорѕсух";
const LATIN_TWINS = "ABEIJKMHOPSCTYXaeijopscyx";
const toLatin = new Map([...CYRILLIC_TWINS].map((letter, index) => [letter, LATIN_TWINS[index] ?? letter]));
const toCyrillic = new Map([...toLatin].map(([cyrillic, latin]) => [latin, cyrillic]));

/** A word of Latin letters with some Cyrillic look-alikes (or the other way round) becomes a word of one alphabet. */
function unmixed(word: string): string {
  if (!/\p{Script=Cyrillic}/u.test(word) || !/\p{Script=Latin}/u.test(word)) return word;
  const letters = [...word];
  const latin = letters.map((letter) => toLatin.get(letter) ?? letter).join("");
  if (!/\p{Script=Cyrillic}/u.test(latin)) return latin;
  const cyrillic = letters.map((letter) => toCyrillic.get(letter) ?? letter).join("");
  return /\p{Script=Latin}/u.test(cyrillic) ? word : cyrillic;
}
