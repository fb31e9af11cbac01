import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { PlaceEditor } from "#admin/place-editor.tsx";
import { StockNavigation } from "#admin/stock-navigation.tsx";
import type { StockPlace } from "#admin/stock-terms.ts";
import { useCountryName } from "#core/address/address-texts.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { useLocalized } from "#core/texts.ts";

export const Route = createFileRoute("/admin/stock/locations")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureQueryData(api.inventory.locations.list.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Places that goods lie in`) }),
  component: PlacesPage,
});

function PlacesPage() {
  const api = useApi();
  const places = useSuspenseQuery(api.inventory.locations.list.queryOptions()).data;
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const editable = rights.includes("stock:write");
  return (
    <section className="grid gap-6">
      <h1 className="text-h1">
        <Trans>Places that goods lie in</Trans>
      </h1>
      <StockNavigation />
      <p className="max-w-[65ch] text-muted">
        <Trans>
          Goods are taken from the places that serve the buyer's country first, in as few parcels as possible, then by
          priority. Nothing new is sold from a closed place; what was promised from it still leaves.
        </Trans>
      </p>
      <ul className="grid gap-4">
        {places.map((place) => (
          <li key={place.id} className="grid gap-1 border-t border-edge pt-3">
            <Place place={place} editable={editable} />
          </li>
        ))}
      </ul>
      {editable && (
        <section className="grid gap-4 border-t border-edge pt-6">
          <h2 className="text-h2">
            <Trans>New place</Trans>
          </h2>
          <PlaceEditor key={places.length} place={null} />
        </section>
      )}
    </section>
  );
}

function Place({ place, editable }: { place: StockPlace; editable: boolean }) {
  const localized = useLocalized();
  const countryName = useCountryName();
  const { code, priority, countries, closed, version } = place;
  const served = countries.map((country) => countryName(country as Parameters<typeof countryName>[0]) ?? country);
  return (
    <>
      <h2 className="text-base font-semibold">
        {localized(place.name)}
        {closed && (
          <strong className="ml-2 text-rowan">
            <Trans>closed place</Trans>
          </strong>
        )}
      </h2>
      <p className="text-muted">
        <code>{code}</code> · <Trans>priority {priority}</Trans> ·{" "}
        {served.length === 0 ? <Trans>every country</Trans> : served.join(", ")}
      </p>
      {editable && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-spruce underline">
            <Trans>Change the place</Trans>
          </summary>
          <div className="border-l-2 border-shelf py-2 pl-4">
            <PlaceEditor key={version} place={place} />
          </div>
        </details>
      )}
    </>
  );
}
