import { Trans, useLingui } from "@lingui/react/macro";
import { Link, type LinkProps, useNavigate } from "@tanstack/react-router";
import { useLocale, useVisitor } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";
import { type CategoryLink, useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox, Field, Select, TextInput } from "#core/ui/field.tsx";
import { type ListSearch, readListSearch, type Sort, SORTS } from "#search/list-search.ts";

export interface Listing {
  search: ListSearch;
  /** The same list with other wishes. */
  linkTo: (search: ListSearch) => LinkProps;
  linkToCategory: (slug: string) => LinkProps;
  /** Where the form goes without JavaScript. */
  action: string;
}

/** Reads a form as the browser would send it: the address is the same with and without JavaScript. */
const searchOf = (form: HTMLFormElement): ListSearch => readListSearch(Object.fromEntries(new FormData(form)));

/** Sorting, price and stock as one GET form. */
export function ListFilters({ listing, bounds }: { listing: Listing; bounds: { min: number; max: number } | null }) {
  const { search, linkTo, action } = listing;
  const { t } = useLingui();
  const navigate = useNavigate();
  const { currency } = useVisitor();
  const apply = (form: HTMLFormElement) => void navigate({ ...linkTo(searchOf(form)), resetScroll: false });
  const hint = (amount: number | undefined) => (amount === undefined ? undefined : String(Math.ceil(amount / 100)));

  return (
    <form
      key={JSON.stringify({ ...search, sort: undefined })}
      action={action}
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        apply(event.currentTarget);
        event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
      }}
    >
      {search.q && <input type="hidden" name="q" value={search.q} />}
      {search.category && <input type="hidden" name="category" value={search.category} />}
      {/* A key of its own: what is being typed into the form outlives a new order. */}
      <SortSelect key={search.sort} search={search} onPick={apply} />
      <fieldset className="grid grid-cols-2 gap-3">
        <legend className="mb-1 text-sm font-semibold">{t`Price, ${currency}`}</legend>
        <Field label={t`From`}>
          {(control) => (
            <TextInput
              {...control}
              name="min"
              inputMode="numeric"
              pattern="[0-9]*"
              defaultValue={search.min}
              placeholder={hint(bounds?.min)}
            />
          )}
        </Field>
        <Field label={t`To`}>
          {(control) => (
            <TextInput
              {...control}
              name="max"
              inputMode="numeric"
              pattern="[0-9]*"
              defaultValue={search.max}
              placeholder={hint(bounds?.max)}
            />
          )}
        </Field>
      </fieldset>
      <Checkbox
        name="stock"
        value="1"
        defaultChecked={search.stock === 1}
        onChange={(event) => event.currentTarget.form && apply(event.currentTarget.form)}
      >
        <Trans>Only what is in stock</Trans>
      </Checkbox>
      <Button type="submit" tone="secondary">
        <Trans>Show</Trans>
      </Button>
    </form>
  );
}

function SortSelect({ search, onPick }: { search: ListSearch; onPick: (form: HTMLFormElement) => void }) {
  const { t } = useLingui();
  const names: Record<Sort, string> = {
    relevance: search.q ? t`Best match` : t`Popular`,
    price: t`Cheaper first`,
    "price-desc": t`Dearer first`,
    newest: t`Newest`,
    rating: t`Best rated`,
  };
  return (
    <Field label={t`Sort by`}>
      {(control) => (
        <Select
          {...control}
          name="sort"
          defaultValue={search.sort ?? "relevance"}
          onChange={(event) => event.currentTarget.form && onPick(event.currentTarget.form)}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {names[sort]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface CategoryFacetProps {
  listing: Listing;
  categories: (CategoryLink & { count: number })[];
}

/** Narrower categories with the number of products behind each, and the way back out of a chosen one. */
export function CategoryFacet({ listing: { search, linkTo, linkToCategory }, categories }: CategoryFacetProps) {
  const localized = useLocalized();
  const locale = useLocale();
  if (categories.length === 0 && !search.category) return null;
  return (
    <section className="grid gap-1">
      <h2 className="text-sm">
        <Trans>Categories</Trans>
      </h2>
      {search.category && (
        <Link
          {...linkTo({ ...search, category: undefined, page: undefined, from: undefined })}
          className="inline-flex min-h-9 items-center text-sm text-spruce underline"
        >
          <Trans>In every category</Trans>
        </Link>
      )}
      <ul>
        {categories.map(({ slug, name, count }) => (
          <li key={slug}>
            <Link
              {...linkToCategory(slug)}
              className="flex min-h-9 items-center justify-between gap-2 text-sm hover:underline"
            >
              <span>{localized(name)}</span>
              <span className="text-muted">{formatNumber(locale, count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
