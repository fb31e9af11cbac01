import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi, useLocale } from "#core/app.ts";
import { formatDate, formatMoney } from "#core/format.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert, Outcome } from "#core/ui/states.tsx";

/** Orders placed with the confirmed address before there was an account; they come when asked for, never alone (USER-07). */
export function ClaimOffer() {
  const { orders } = useApi();
  const queryClient = useQueryClient();
  const locale = useLocale();
  const { data: offered = [] } = useQuery(orders.claimable.queryOptions());
  const claim = useMutation(
    orders.claim.mutationOptions({ onSettled: () => queryClient.invalidateQueries({ queryKey: orders.pathKey() }) }),
  );

  if (offered.length === 0)
    return claim.isSuccess ? (
      <Outcome className="text-muted">
        <Trans>Done: they are among your orders now.</Trans>
      </Outcome>
    ) : null;
  return (
    <section className="grid justify-items-start gap-3 bg-linen p-4">
      <h2 className="text-h3">
        <Plural
          value={offered.length}
          one="# order was placed with your address before"
          other="# orders were placed with your address before"
        />
      </h2>
      <ul className="grid gap-1 text-sm text-muted">
        {offered.map(({ id, number, placedAt, total }) => (
          <li key={id}>
            № {number} · {formatDate(locale, placedAt)} · {formatMoney(locale, total)}
          </li>
        ))}
      </ul>
      {claim.error && (
        <Alert>
          <Trans>That did not work. Please try again in a moment.</Trans>
        </Alert>
      )}
      <Button
        tone="secondary"
        busy={claim.isPending}
        onClick={() => claim.mutate({ ids: offered.map(({ id }) => id) })}
      >
        <Plural value={offered.length} one="Add it to my orders" other="Add them to my orders" />
      </Button>
    </section>
  );
}
