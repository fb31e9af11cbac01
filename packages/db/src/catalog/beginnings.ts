/** Words that begin as the typed ones do, as a query of the configuration "simple"; "" when no word was typed. */
export const beginnings = (text: string): string =>
  text
    .match(/[\p{L}\p{N}]+/gu)
    ?.map((word) => `'${word}':*`)
    .join(" & ") ?? "";
