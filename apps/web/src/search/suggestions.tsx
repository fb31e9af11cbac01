import { Plural, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import { type ReactNode, type RefObject, useId, useState } from "react";
import { useApi, useLocale, useVisitor } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";
import { Price } from "#core/ui/goods.tsx";
import { Picture } from "#core/ui/picture.tsx";
import { useCombobox } from "#search/combobox.ts";
import type { ListingRow } from "#search/product-card.tsx";

/** Shorter beginnings say too little. */
const LEAST = 2;

interface Suggestion {
  key: string;
  link: LinkProps;
  words: ReactNode;
}

/** The list below the search field, at most ten rows; the field becomes a combobox that leads through it. */
export function Suggestions({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const { t } = useLingui();
  const id = useId();
  const [text, setText] = useState("");
  const groups = useSuggestions(text);
  const rows = groups.flatMap(({ suggestions }) => suggestions);
  const { isOpen, active, close } = useCombobox(input, { id, count: rows.length, onPause: setText });
  const isShown = isOpen && rows.length > 0;

  return (
    <>
      <p role="status" className="sr-only">
        {isShown && <Plural value={rows.length} one="# suggestion" other="# suggestions" />}
      </p>
      {/* Pressing on a row must not take the focus from the field, which would close the list. */}
      <div
        id={id}
        role="listbox"
        aria-label={t`Suggestions`}
        tabIndex={-1}
        hidden={!isShown}
        className="absolute inset-x-0 top-full z-40 mt-1 max-h-[70dvh] overflow-y-auto rounded-button bg-card py-2 shadow-overlay"
        onMouseDown={(event) => event.preventDefault()}
      >
        {groups.map(({ name, suggestions }) => (
          <div key={name} role="group" aria-label={name}>
            <div aria-hidden className="px-4 pt-2 pb-1 text-xs text-muted">
              {name}
            </div>
            {suggestions.map((suggestion) => {
              const index = rows.indexOf(suggestion);
              return (
                <Link
                  key={suggestion.key}
                  {...suggestion.link}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  tabIndex={-1}
                  className="flex min-h-11 items-center gap-3 px-4 py-1 text-sm hover:bg-linen aria-selected:bg-linen"
                  onClick={close}
                >
                  {suggestion.words}
                </Link>
              );
            })}
          </div>
        ))}
      </div>
    </>
  );
}

/** What begins with the text, in groups that are not empty; none when it cannot be learned. */
function useSuggestions(text: string): { name: string; suggestions: Suggestion[] }[] {
  const { t } = useLingui();
  const localized = useLocalized();
  const { currency } = useVisitor();
  const locale = useLocale();
  const isWorthAsking = text.length >= LEAST;
  const { data } = useQuery({
    ...useApi().search.suggest.queryOptions({ q: text, currency, locale }),
    enabled: isWorthAsking,
    retry: false,
    placeholderData: keepPreviousData,
  });
  if (!data || !isWorthAsking) return [];
  const groups: { name: string; suggestions: Suggestion[] }[] = [
    {
      name: t`Queries`,
      suggestions: data.queries.map((query) => ({
        key: `query ${query}`,
        link: { to: "/search", search: { q: query } },
        words: query,
      })),
    },
    {
      name: t`Categories`,
      suggestions: data.categories.map(({ id, slug, name }) => ({
        key: id,
        link: { to: "/catalog/$slug", params: { slug } },
        words: localized(name),
      })),
    },
    {
      name: t`Brands`,
      suggestions: data.brands.map(({ key, name }) => ({
        key: `brand ${key}`,
        link: { to: "/search", search: { q: name, brand: [key] } },
        words: name,
      })),
    },
    {
      name: t`Products`,
      suggestions: data.products.map((product) => ({
        key: product.productId,
        link: { to: "/p/$slug", params: { slug: product.slug } },
        words: <ProductRow product={product} />,
      })),
    },
  ];
  return groups.filter(({ suggestions }) => suggestions.length > 0);
}

interface ProductRowProps {
  product: Pick<ListingRow, "name" | "picture" | "price" | "currency">;
}

function ProductRow({ product: { name, picture, price, currency } }: ProductRowProps) {
  const localized = useLocalized();
  return (
    <>
      <span className="w-12 shrink-0">
        <Picture picture={picture} decorative sizes="48px" />
      </span>
      <span className="line-clamp-2 min-w-0 grow">{localized(name)}</span>
      {price && (
        <Price price={{ amount: price.amount, currency }} from={price.highest > price.amount} className="shrink-0" />
      )}
    </>
  );
}
