import { AddToCartButton } from "#cart/add-to-cart-button.tsx";
import { type LocalizedText, useLocalized } from "#core/texts.ts";

interface Card {
  name: LocalizedText;
  /** Set when there is nothing to choose. */
  variantId: string | null;
  price: object | null;
  availability: { inStock: boolean };
}

/** Under a card of a list: puts what needs no choosing straight into the cart. */
export const quickAdd = ({ name, variantId, price, availability }: Card) =>
  variantId && price && availability.inStock && <QuickAdd name={name} variantId={variantId} />;

function QuickAdd({ name, variantId }: { name: LocalizedText; variantId: string }) {
  return <AddToCartButton dense variantId={variantId} name={useLocalized()(name)} />;
}
