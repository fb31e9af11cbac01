import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useExplainTaxRefusal } from "#admin/explain-tax-refusal.ts";
import { formatMoment } from "#admin/format-moment.ts";
import { useCountryName } from "#core/address/address-texts.ts";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Badge } from "#core/ui/marks.tsx";
import { Alert } from "#core/ui/states.tsx";

type TaxBookPage = inferOutput<Api["pricing"]["taxes"]["list"]>;
type Tax = TaxBookPage["rates"][number];

interface TaxListProps extends Pick<TaxBookPage, "rates" | "version"> {
  now: number;
  editable: boolean;
}

const isPlanned = ({ from }: Tax, now: number) => from !== null && Date.parse(from) > now;
const isOver = ({ until }: Tax, now: number) => until !== null && Date.parse(until) <= now;

/** Taxes by country, region and class, in time; what has not ended can be ended or taken back. */
export function TaxList({ rates, version, now, editable }: TaxListProps) {
  const { taxes } = useApi().pricing;
  const queryClient = useQueryClient();
  const explain = useExplainTaxRefusal();
  const end = useMutation(
    taxes.end.mutationOptions({ onSettled: () => queryClient.invalidateQueries({ queryKey: taxes.pathKey() }) }),
  );
  return (
    <>
      {end.error && <Alert>{explain(refusalOf(end.error))}</Alert>}
      <ul className="grid">
        {rates.map((tax) => (
          <li key={tax.id} className="flex min-h-11 flex-wrap items-center gap-x-4 border-b border-line py-1">
            <TaxFacts tax={tax} />
            {isPlanned(tax, now) ? (
              <Badge tone="info">
                <Trans>begins later</Trans>
              </Badge>
            ) : (
              !isOver(tax, now) && (
                <Badge tone="good">
                  <Trans>holds now</Trans>
                </Badge>
              )
            )}
            {editable && !isOver(tax, now) && (
              <Button
                tone="quiet"
                size="dense"
                className="ml-auto"
                busy={end.isPending && end.variables.id === tax.id}
                onClick={() => end.mutate({ id: tax.id, version })}
              >
                {isPlanned(tax, now) ? <Trans>Take back</Trans> : <Trans>End it now</Trans>}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function TaxFacts({ tax: { country, region, taxClass, rateBasisPoints, included, from, until } }: { tax: Tax }) {
  const locale = useLocale();
  const countryName = useCountryName();
  const begin = from === null ? null : formatMoment(locale, from);
  const end = until === null ? null : formatMoment(locale, until);
  const percent = formatNumber(locale, rateBasisPoints / 100);
  return (
    <>
      <span className="font-semibold">{[countryName(country), region, taxClass].filter(Boolean).join(" · ")}</span>
      <span className="tabular-nums">
        {included ? <Trans>{percent} %, in the price</Trans> : <Trans>{percent} %, on top</Trans>}
      </span>
      <span className="text-muted">
        {begin === null ? (
          end === null ? (
            <Trans>always</Trans>
          ) : (
            <Trans>until {end}</Trans>
          )
        ) : end === null ? (
          <Trans>from {begin} on</Trans>
        ) : (
          `${begin} – ${end}`
        )}
      </span>
    </>
  );
}
