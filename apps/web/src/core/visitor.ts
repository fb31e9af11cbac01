export const CURRENCIES = ["RUB", "EUR", "USD"] as const;
export type Currency = (typeof CURRENCIES)[number];

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What every page may know about who looks at it; the server decides it and the browser is told. */
export interface Visitor {
  currency: Currency;
  theme: Theme;
  /** Tells the header what to show; never a permission. */
  signedIn: boolean;
  /** The session ran out but can be renewed by the page's script; until then its shopper is a stranger. */
  resuming: boolean;
  /** False when no cart can exist, so that pages do not ask for one. */
  mayHaveCart: boolean;
  staff: boolean;
}

export const STRANGER: Visitor = {
  currency: "RUB",
  theme: "system",
  signedIn: false,
  resuming: false,
  mayHaveCart: false,
  staff: false,
};
