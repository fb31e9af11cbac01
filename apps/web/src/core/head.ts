import type { AppContext } from "#core/app.ts";
import { LOCALES, localizePath } from "#core/locale.ts";

interface PageHead {
  title: string;
  description?: string;
  /** The page's one address, without locale: "/catalog/mugs". Absent for pages that are not to be found. */
  path?: string;
  /** schema.org objects. */
  structured?: object[];
}

/** Title, canonical address and its pair in the other language, structured data. */
export function pageHead({ locale, origin }: AppContext, { title, description, path, structured = [] }: PageHead) {
  const name = locale === "ru" ? "Витрина" : "Vitrina";
  const addresses =
    path === undefined
      ? []
      : [
          { rel: "canonical", href: origin + localizePath(locale, path) },
          ...LOCALES.map((each) => ({ rel: "alternate", hrefLang: each, href: origin + localizePath(each, path) })),
          { rel: "alternate", hrefLang: "x-default", href: origin + path },
        ];
  return {
    meta: [
      { title: title === name ? name : `${title} — ${name}` },
      ...(description ? [{ name: "description", content: description.slice(0, 200) }] : []),
      ...(path === undefined ? [{ name: "robots", content: "noindex" }] : []),
    ],
    links: addresses,
    scripts: structured.map((thing) => ({
      type: "application/ld+json",
      children: JSON.stringify({ "@context": "https://schema.org", ...thing }).replaceAll("<", "\\u003c"),
    })),
  };
}
