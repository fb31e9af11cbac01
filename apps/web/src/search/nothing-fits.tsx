import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { useFacetTexts } from "#search/facet-texts.ts";
import type { Listing } from "#search/list-form.ts";
import type { ListPage } from "#search/list-pages.ts";
import { fromStart, type ListSearch, withFacet, withoutFilters } from "#search/list-search.ts";

type Loosening = ListPage["loosen"][number];

interface NothingFitsProps {
  listing: Listing;
  found: Pick<ListPage, "facets" | "loosen">;
}

/** Names each filter that alone stands in the way, with what comes back, and takes it off in one tap. */
export function NothingFits({ listing, found: { facets, loosen } }: NothingFitsProps) {
  const { t } = useLingui();
  const { nameOf } = useFacetTexts();
  const nameOfFilter = ({ filter, code }: Loosening): string => {
    const facet = facets.find((each) => each.code === code);
    if (filter === "price") return t`Price`;
    if (filter === "stock") return t`In stock`;
    if (filter === "stars") return t`Rating`;
    return facet ? nameOf(facet) : (code ?? "");
  };
  return (
    <EmptyState title={<Trans>Nothing fits these filters</Trans>}>
      <p className="text-muted">
        {loosen.length > 0 ? <Trans>Take one off:</Trans> : <Trans>Several of them stand in the way.</Trans>}
      </p>
      <ul className="flex flex-wrap gap-2">
        {loosen.map((loosening) => {
          const name = nameOfFilter(loosening);
          return (
            <li key={`${loosening.filter} ${loosening.code}`}>
              <LinkButton tone="secondary" {...listing.linkTo(loosened(listing.search, loosening))} resetScroll={false}>
                <Trans>
                  Without “{name}”: <Plural value={loosening.count} one="# product" other="# products" />
                </Trans>
              </LinkButton>
            </li>
          );
        })}
      </ul>
      <Link {...listing.linkTo(withoutFilters(listing.search))} resetScroll={false} className="text-spruce underline">
        <Trans>Take all filters off</Trans>
      </Link>
    </EmptyState>
  );
}

function loosened(search: ListSearch, { filter, code }: Loosening): ListSearch {
  const rest = fromStart(search);
  if (filter === "price") return { ...rest, min: undefined, max: undefined };
  if (filter === "stock") return { ...rest, stock: undefined };
  if (filter === "stars") return { ...rest, stars: undefined };
  return code === null ? rest : withFacet(search, { code, keys: [] });
}
