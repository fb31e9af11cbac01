import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { Strength } from "#auth/password-strength.ts";

const ENOUGH = 3;

/** What is wrong with a password, in a sentence; that it is good, when it is. */
export function useExplainStrength(minLength: number): (strength: Strength, length: number) => string {
  const { t } = useLingui();
  return ({ score, weakness }, length) => {
    const missing = minLength - length;
    if (missing > 0) return t`${plural(missing, { one: "# more character", other: "# more characters" })}`;
    if (score >= ENOUGH) return t`A good password: hard to guess.`;
    switch (weakness) {
      case "straightRow":
      case "keyPattern":
        return t`Keys side by side are tried first. Use unrelated words.`;
      case "simpleRepeat":
      case "extendedRepeat":
        return t`Repetitions add little. Use different words.`;
      case "sequences":
        return t`Rows like abc or 6543 are easy to guess.`;
      case "recentYears":
      case "dates":
        return t`Years and dates are tried first, above all one’s own.`;
      case "topTen":
      case "topHundred":
      case "common":
      case "similarToCommon":
        return t`Too many people use something like this. Add unrelated words.`;
      case "namesByThemselves":
      case "commonNames":
        return t`Names are easy to guess. Add unrelated words.`;
      case "userInputs":
        return t`Your own name or address is the first thing anybody tries.`;
      default:
        return t`Still easy to guess: add a word or two.`;
    }
  };
}
