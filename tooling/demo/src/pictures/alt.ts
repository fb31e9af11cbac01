import type { Localized } from "#localized.ts";
import { palette, type ColourName } from "./palette.ts";
import type { Picture, View } from "./picture.ts";
import { templates } from "./templates/index.ts";

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const views: Record<View, Localized> = {
  front: { ru: "вид спереди", en: "front view" },
  detail: { ru: "крупный план", en: "close-up" },
  set: { ru: "все цвета рядом", en: "all colours side by side" },
};

/** «Кружка зелёная, вид спереди», "Green mug, front view". */
export function altOf({
  template,
  colours,
  detail,
  view,
}: Pick<Picture, "template" | "colours" | "detail" | "view">): Localized {
  const { noun: common, nouns } = templates[template];
  const noun = (detail === undefined ? undefined : nouns?.[detail]) ?? common;
  const shown: readonly ColourName[] = view === "set" ? colours.slice(0, 3) : [colours[0]];
  const ru = shown.map((colour) => palette[colour].ru[noun.gender]).join(", ");
  const en = shown.map((colour) => palette[colour].en.toLowerCase()).join(", ");
  const tail = { ru: noun.tail ? ` ${noun.tail.ru}` : "", en: noun.tail ? ` ${noun.tail.en}` : "" };
  return {
    ru: `${noun.ru} ${ru}${tail.ru}, ${views[view].ru}`,
    en: `${capitalised(en)} ${noun.en}${tail.en}, ${views[view].en}`,
  };
}
