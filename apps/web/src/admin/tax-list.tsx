import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useExplainTaxRefusal } from "#admin/explain-tax-refusal.ts";
import { EndButton, PeriodMark, When } from "#admin/period.tsx";
import { useCountryName } from "#core/address/address-texts.ts";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";
import { refusalOf } from "#core/refusal.ts";
import { Alert } from "#core/ui/states.tsx";

type TaxBookPage = inferOutput<Api["pricing"]["taxes"]["list"]>;
type Tax = TaxBookPage["rates"][number];

interface TaxListProps extends Pick<TaxBookPage, "rates" | "version"> {
  now: number;
  editable: boolean;
}

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
            <PeriodMark period={tax} now={now} />
            {editable && (
              <EndButton
                period={tax}
                now={now}
                busy={end.isPending && end.variables.id === tax.id}
                onEnd={() => end.mutate({ id: tax.id, version })}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function TaxFacts({ tax }: { tax: Tax }) {
  const { country, region, taxClass, rateBasisPoints, included } = tax;
  const locale = useLocale();
  const countryName = useCountryName();
  const percent = formatNumber(locale, rateBasisPoints / 100);
  return (
    <>
      <span className="font-semibold">{[countryName(country), region, taxClass].filter(Boolean).join(" · ")}</span>
      <span className="tabular-nums">
        {included ? <Trans>{percent} %, in the price</Trans> : <Trans>{percent} %, on top</Trans>}
      </span>
      <span className="text-muted">
        <When period={tax} />
      </span>
    </>
  );
}
