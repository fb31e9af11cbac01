import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { Blocker } from "#admin/product-model.ts";
import { useLocalized } from "#core/texts.ts";

/** What is missing before a product can be bought, in the language of the page. */
export function useBlockerText(): (blocker: Blocker) => string {
  const { t } = useLingui();
  const localized = useLocalized();
  return (blocker) => {
    switch (blocker.kind) {
      case "variant":
        return t`a variant with a SKU`;
      case "price": {
        const { currency, variants } = blocker;
        return t`a price in ${currency} (${plural(variants, { one: "# variant", other: "# variants" })})`;
      }
      case "tax-class": {
        const { taxClass } = blocker;
        return t`a tax class that a country taxes: nobody knows “${taxClass}”`;
      }
      case "media":
        return t`a picture`;
      case "text":
        return t`the name in Russian`;
      case "attribute": {
        const name = localized(blocker.name);
        const { variants } = blocker;
        return variants === 0
          ? t`the attribute “${name}”`
          : t`the attribute “${name}” (${plural(variants, { one: "# variant", other: "# variants" })})`;
      }
    }
  };
}
