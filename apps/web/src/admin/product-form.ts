import type { typedIn } from "#core/typed-in.ts";
import type { LocalizedText } from "#core/texts.ts";

type Typed = ReturnType<typeof typedIn>;

/** The fields `name-ru` and `name-en` as a text; a language left empty is left out. */
export function bilingual(typed: Typed, name: string): LocalizedText {
  const [ru, en] = [typed(`${name}-ru`).trim(), typed(`${name}-en`).trim()];
  return { ...(ru && { ru }), ...(en && { en }) };
}
