import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useApi, useVisitor } from "#core/app.ts";
import type { CardAction } from "#search/product-card.tsx";
import { ShelfRow } from "#search/shelf.tsx";

/** What a product's page leads to; the page stands without it when it does not come. */
export function LinkedShelves({ slug, action }: { slug: string; action: CardAction }) {
  const { currency } = useVisitor();
  const found = useQuery(useApi().search.linked.queryOptions({ slug, currency })).data;
  if (!found) return null;
  const { related, accessories, replacements } = found;
  return (
    <div className="grid gap-12 pt-12 empty:hidden">
      <ShelfRow id="replacements" title={<Trans>Instead of it</Trans>} rows={replacements} action={action} />
      <ShelfRow id="accessories" title={<Trans>Goes well with it</Trans>} rows={accessories} action={action} />
      <ShelfRow id="related" title={<Trans>Related products</Trans>} rows={related} action={action} />
    </div>
  );
}
