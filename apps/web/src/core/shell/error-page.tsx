import { Trans } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { Button } from "#core/ui/button.tsx";

/** Says that it is our fault and offers another try; the cause is for the log, never for the page. */
export function ErrorPage() {
  const router = useRouter();
  return (
    <div role="alert" className="container-shop grid justify-items-start gap-4 py-16">
      <h1 className="text-h1">
        <Trans>Something went wrong on our side</Trans>
      </h1>
      <p className="max-w-prose text-muted">
        <Trans>Nothing in your cart is lost. Please try again in a moment.</Trans>
      </p>
      <Button onClick={() => void router.invalidate()}>
        <Trans>Try again</Trans>
      </Button>
    </div>
  );
}
