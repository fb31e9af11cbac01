export const LOCALES = ["ru", "en"] as const;
export type Locale = (typeof LOCALES)[number];

const EN = /^\/en(?=\/|$)/;

/** Russian has no prefix; English lives under /en. */
export const localeOf = (pathname: string): Locale => (EN.test(pathname) ? "en" : "ru");

/** `/en/cart` → `/cart`. */
export const withoutLocale = (pathname: string): string => pathname.replace(EN, "") || "/";

/** `/cart?x=1` → `/en/cart?x=1` for English, unchanged for Russian. */
export function localizePath(locale: Locale, path: string): string {
  if (locale === "ru") return path;
  return path === "/" ? "/en" : `/en${path.startsWith("/?") ? path.slice(1) : path}`;
}

/** Lets every route and link be written once: the prefix is taken off on the way in and put back on the way out. */
export const localeRewrite = (locale: Locale) => ({
  input: ({ url }: { url: URL }) => {
    url.pathname = withoutLocale(url.pathname);
    return url;
  },
  output: ({ url }: { url: URL }) => {
    url.pathname = localizePath(locale, url.pathname);
    return url;
  },
});
