import type { typedIn } from "#core/typed-in.ts";
import type { LocalizedText } from "#core/texts.ts";

type Typed = ReturnType<typeof typedIn>;

/** The fields `name-ru` and `name-en` as a text; a language left empty is left out. */
export const bilingual = (typed: Typed, name: string): LocalizedText =>
  filled({ ru: typed(`${name}-ru`), en: typed(`${name}-en`) });

/** Without the languages that nothing was typed in. */
export const filled = ({ ru, en }: LocalizedText): LocalizedText => ({
  ...(ru?.trim() && { ru: ru.trim() }),
  ...(en?.trim() && { en: en.trim() }),
});
