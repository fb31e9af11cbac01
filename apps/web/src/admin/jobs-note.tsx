import { Trans } from "@lingui/react/macro";
import { countTold } from "#admin/count-told.ts";

/** How many jobs are under way, and how many failed lately. */
export function JobsNote({ running, failed }: { running: number; failed: number }) {
  const [under, lost] = [countTold(running), countTold(failed)];
  return (
    <>
      {failed > 0 && <Trans>Failed in the last seven days: {lost}.</Trans>}
      {failed > 0 && running > 0 && " "}
      {running > 0 && <Trans>Under way: {under}.</Trans>}
    </>
  );
}
