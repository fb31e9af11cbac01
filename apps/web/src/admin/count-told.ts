/** A greater number is told as more than that. */
const MOST_TOLD = 99;

export const countTold = (count: number): string => (count > MOST_TOLD ? `${MOST_TOLD}+` : String(count));
