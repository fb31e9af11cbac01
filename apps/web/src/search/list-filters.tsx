import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useHydrated } from "@tanstack/react-router";
import { useLocale, useVisitor } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";
import { type CategoryLink, useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox, Field, Radio, TextInput } from "#core/ui/field.tsx";
import { Stars } from "#core/ui/goods.tsx";
import { FacetGroup } from "#search/facet-group.tsx";
import { type Listing, useListForm } from "#search/list-form.ts";
import type { ListPage } from "#search/list-pages.ts";
import { fromStart, type ListSearch } from "#search/list-search.ts";

/** The id of the form of a list, for controls that stand outside of it. */
export const LIST_FORM = "list-form";

interface ListFiltersProps {
  listing: Listing;
  found: Pick<ListPage, "facets" | "priceBounds" | "total">;
}

/** Facets, price, stock and stars as one GET form; with JavaScript each tick counts at once. */
export function ListFilters({ listing, found: { facets, priceBounds, total } }: ListFiltersProps) {
  const { search, action } = listing;
  const hydrated = useHydrated();
  const { form, apply } = useListForm(listing);

  return (
    <form
      id={LIST_FORM}
      ref={form}
      action={action}
      autoComplete="off"
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        apply(event.currentTarget);
        event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
      }}
    >
      {search.q && <input type="hidden" name="q" value={search.q} />}
      {search.category && <input type="hidden" name="category" value={search.category} />}
      <PriceFields search={search} bounds={priceBounds} onType={apply} />
      <Checkbox
        name="stock"
        value="1"
        className="items-center text-sm lg:min-h-9 lg:py-1"
        defaultChecked={search.stock === 1}
        onChange={(event) => apply(event.currentTarget.form)}
      >
        <Trans>Only what is in stock</Trans>
      </Checkbox>
      {facets.map((facet) => (
        <FacetGroup key={facet.code} facet={facet} onTick={apply} />
      ))}
      <StarsFilter stars={search.stars} onPick={apply} />
      <div className="sticky -bottom-5 -mx-5 grid bg-card px-5 py-3 lg:static lg:m-0 lg:bg-transparent lg:p-0">
        <Button type="submit" tone="secondary">
          {hydrated ? <Plural value={total} one="Show # product" other="Show # products" /> : <Trans>Show</Trans>}
        </Button>
      </div>
    </form>
  );
}

interface PriceFieldsProps {
  search: ListSearch;
  bounds: ListPage["priceBounds"];
  onType: (form: HTMLFormElement | null) => void;
}

function PriceFields({ search, bounds, onType }: PriceFieldsProps) {
  const { t } = useLingui();
  const { currency } = useVisitor();
  const fields = [
    { name: "min", label: t`From`, value: search.min, hint: bounds && Math.floor(bounds.min / 100) },
    { name: "max", label: t`To`, value: search.max, hint: bounds && Math.ceil(bounds.max / 100) },
  ];
  return (
    <fieldset className="grid grid-cols-2 gap-3">
      <legend className="mb-1 text-sm font-semibold">{t`Price, ${currency}`}</legend>
      {fields.map(({ name, label, value, hint }) => (
        <Field key={name} label={label}>
          {(control) => (
            <TextInput
              {...control}
              name={name}
              inputMode="numeric"
              pattern="[0-9]*"
              defaultValue={value ?? ""}
              placeholder={hint === null ? undefined : String(hint)}
              onBlur={(event) => onType(event.currentTarget.form)}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}

const STARS = [4, 3, 2] as const;

interface StarsFilterProps {
  stars: number | undefined;
  onPick: (form: HTMLFormElement | null) => void;
}

function StarsFilter({ stars, onPick }: StarsFilterProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">
        <Trans>Rating</Trans>
      </legend>
      {["", ...STARS].map((least) => (
        <Radio
          key={least}
          name="stars"
          value={least}
          defaultChecked={(stars ?? "") === least}
          className="items-center text-sm lg:min-h-9 lg:py-1"
          onChange={(event) => onPick(event.currentTarget.form)}
        >
          {least === "" ? (
            <Trans>Any rating</Trans>
          ) : (
            <span className="flex items-center gap-2">
              <Stars value={Number(least)} />
              <Trans>{least} and more</Trans>
            </span>
          )}
        </Radio>
      ))}
    </fieldset>
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
          {...linkTo({ ...fromStart(search), category: undefined })}
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
