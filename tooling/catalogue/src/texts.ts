import { capital, type Localized, pairsOf } from "./localized.ts";
import { type Draw, zipfOf } from "./random.ts";
import type { Gender, Kind } from "./tree.ts";
import { ADJECTIVES, PARTS, PEOPLE, PLACES, SENTENCES, SERIES, VALUES } from "./words/describing.ts";

/** Of a list of words, so that few are common and most are rare. */
const WORDS_SKEW = 1;

interface Adjective {
  ru: Record<Gender, string>;
  en: string;
}

const adjectives = zipfOf(
  pairsOf(ADJECTIVES).map(({ ru, en }): Adjective => ({ ru: formsOf(ru), en })),
  WORDS_SKEW,
);
const series = zipfOf(pairsOf(SERIES), WORDS_SKEW);
const lists = {
  value: zipfOf(pairsOf(VALUES), WORDS_SKEW),
  place: zipfOf(pairsOf(PLACES), WORDS_SKEW),
  person: zipfOf(pairsOf(PEOPLE), WORDS_SKEW),
  part: zipfOf(pairsOf(PARTS), WORDS_SKEW),
};

/** Declines an adjective given in the masculine. */
export function formsOf(masculine: string): Record<Gender, string> {
  const stem = masculine.slice(0, -2);
  const ending = masculine.slice(-2);
  const soft = ending === "ий" && stem.endsWith("н");
  const hushing = /[жшщч]$/.test(stem) && ending !== "ой";
  const many = ending === "ий" || /[кгхжшщч]$/.test(stem) ? "ие" : "ые";
  return {
    м: masculine,
    ж: stem + (soft ? "яя" : "ая"),
    с: stem + (soft || hushing ? "ее" : "ое"),
    мн: stem + many,
  };
}

type Part = string | { slot: string } | { one: string; several: string };

const sentences = zipfOf(
  SENTENCES.trim()
    .split("\n")
    .map((line) => {
      const [ru = "", en = ""] = line.split("=");
      return { ru: partsOf(ru), en: partsOf(en) };
    }),
  0.5,
);

function partsOf(text: string): Part[] {
  return text.split(/(\{\w+\}|\[[^\]]*\])/).map((part): Part => {
    if (part.startsWith("{")) return { slot: part.slice(1, -1) };
    if (!part.startsWith("[")) return part;
    const [one = "", several = ""] = part.slice(1, -1).split("|");
    return { one, several };
  });
}

/** Words that one product is named and described with. */
export interface Wording {
  kind: Kind;
  brand: string;
  adjective: Adjective;
  series: Localized;
  model: string;
}

export const drawWording = (draw: Draw, told: Pick<Wording, "kind" | "brand" | "model">): Wording => ({
  ...told,
  adjective: adjectives(draw),
  series: series(draw),
});

/** "Тарелка Norvex Аврора LX-240, лёгкая": kind, brand, series, model and sometimes an adjective. */
export function nameOf({ kind, brand, adjective, series, model }: Wording, { chance }: Draw): Localized {
  const told = chance(0.6);
  const ru = `${kind.noun.ru} ${brand} ${series.ru} ${model}`;
  const en = `${brand} ${series.en} ${model} ${kind.noun.en}`;
  return told ? { ru: `${ru}, ${adjective.ru[kind.gender]}`, en: `${en}, ${adjective.en}` } : { ru, en };
}

/** Two to four sentences, the same in both languages. */
export function descriptionOf(wording: Wording, draw: Draw): Localized {
  const [ru, en]: [string[], string[]] = [[], []];
  for (let count = draw.whole(2, 4); count > 0; count--) {
    const words = wordsOf(wording, draw);
    const sentence = sentences(draw);
    ru.push(capital(say(sentence.ru, words.ru, wording.kind)));
    en.push(capital(say(sentence.en, words.en, wording.kind)));
  }
  return { ru: ru.join(" "), en: en.join(" ") };
}

type Words = Record<string, string>;

function wordsOf({ kind, brand, series }: Wording, draw: Draw): { ru: Words; en: Words } {
  const { ru: forms, en: english } = adjectives(draw);
  const adjective = forms[kind.gender];
  const noun = kind.noun.ru.toLowerCase();
  const ru: Words = { brand, noun, adjective, Adjective: capital(adjective), series: series.ru };
  const article = /^[aeiou]/.test(english) ? "an " : "a ";
  const a = kind.gender === "мн" ? "" : article;
  const en: Words = { brand, a, noun: kind.noun.en, adjective: english, series: series.en };
  for (const [name, list] of Object.entries(lists)) {
    const [one, other] = [list(draw), list(draw)];
    [ru[name], en[name], ru[`${name}2`], en[`${name}2`]] = [one.ru, one.en, other.ru, other.en];
  }
  return { ru, en };
}

function say(parts: Part[], words: Words, { gender }: Kind): string {
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") text += part;
    else if ("slot" in part) text += words[part.slot] ?? "";
    else text += gender === "мн" ? part.several : part.one;
  }
  return text;
}
