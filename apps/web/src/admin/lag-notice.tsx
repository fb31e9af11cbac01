import { Plural, Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "#core/app.ts";
import { Alert } from "#core/ui/states.tsx";

/** How often it is looked at, milliseconds. */
const AGAIN = 30_000;

/** Says so when lists no longer follow the shop (SRCH-07), to those who may look after the search. */
export function LagNotice() {
  const api = useApi();
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const enabled = rights.includes("search:tune");
  const lag = useQuery(api.search.tuning.lag.queryOptions(undefined, { enabled, refetchInterval: AGAIN })).data;
  if (!enabled || !lag?.late) return null;
  return (
    <div className="mb-6">
      <Alert>
        <p>
          <Plural
            value={lag.seconds}
            one="Shoppers see old lists: a change has waited for # second."
            other="Shoppers see old lists: a change has waited for # seconds."
          />{" "}
          <Trans>
            If many products were changed at once, wait a little. Otherwise tell whoever runs the shop that the worker
            may have stopped; carts and orders go on with the true prices and stock.
          </Trans>
        </p>
      </Alert>
    </div>
  );
}
