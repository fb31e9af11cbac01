import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { chosenFacets } from "#search/facet-params.ts";
import type { Listing } from "#search/list-form.ts";
import type { ListPage } from "#search/list-pages.ts";
import { type ListSearch, withFacet } from "#search/list-search.ts";

/** An address may be older than the catalogue: tells which of its filters no product has, and leads on without them. */
export function IgnoredFilters({ listing, ignored }: { listing: Listing; ignored: ListPage["ignored"] }) {
  if (ignored.length === 0) return null;
  const count = ignored.reduce((sum, { keys }) => sum + keys.length, 0);
  const names = ignored.flatMap(({ code, keys }) => keys.map((key) => `${code}: ${key}`)).join(", ");
  return (
    <p role="status" className="mb-4 rounded-button bg-linen px-4 py-3 text-sm break-words">
      <Plural
        value={count}
        one="The shop does not know one of the filters in this address and left it out:"
        other="The shop does not know # filters in this address and left them out:"
      />{" "}
      {names}.{" "}
      <Link {...listing.linkTo(withKnown(listing.search, ignored))} resetScroll={false} replace className="underline">
        <Trans>Clean the address</Trans>
      </Link>
    </p>
  );
}

function withKnown(search: ListSearch, ignored: ListPage["ignored"]): ListSearch {
  let known = search;
  for (const { code, keys } of chosenFacets(search)) {
    const unknown = ignored.find((each) => each.code === code)?.keys ?? [];
    known = withFacet(known, { code, keys: keys.filter((key) => !unknown.includes(key)) });
  }
  return known;
}
