import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "#core/ui/button.tsx";
import { Field, Select } from "#core/ui/field.tsx";
import { LIST_FORM } from "#search/list-filters.tsx";
import type { Listing } from "#search/list-form.ts";
import { fromStart, type Sort, SORTS } from "#search/list-search.ts";

/** The order of the list; without JavaScript it is sent with the form of the filters. */
export function SortSelect({ listing: { search, linkTo } }: { listing: Listing }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const names: Record<Sort, string> = {
    relevance: search.q ? t`Best match` : t`Popular`,
    "best-selling": t`Best-selling`,
    price: t`Cheaper first`,
    "price-desc": t`Dearer first`,
    newest: t`Newest`,
    rating: t`Best rated`,
  };
  const go = (value: string) => {
    const sort = SORTS.find((each) => each === value);
    const link = linkTo({ ...fromStart(search), sort: sort === "relevance" ? undefined : sort });
    void navigate({ ...link, resetScroll: false });
  };
  return (
    <div className="flex items-end gap-2">
      <Field label={t`Sort by`}>
        {(control) => (
          <Select
            {...control}
            form={LIST_FORM}
            name="sort"
            defaultValue={search.sort ?? "relevance"}
            onChange={(event) => go(event.currentTarget.value)}
          >
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {names[sort]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <noscript>
        <Button type="submit" tone="secondary" form={LIST_FORM}>
          <Trans>Sort</Trans>
        </Button>
      </noscript>
    </div>
  );
}
