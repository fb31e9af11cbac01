import type { AppContext } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { type CategoryLink, localizedText } from "#core/texts.ts";

/** schema.org BreadcrumbList of a way through the categories. */
export const breadcrumbList = ({ locale, origin }: AppContext, way: CategoryLink[]) => ({
  "@type": "BreadcrumbList",
  itemListElement: way.map(({ slug, name }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name: localizedText(name, locale),
    item: origin + localizePath(locale, `/catalog/${slug}`),
  })),
});
