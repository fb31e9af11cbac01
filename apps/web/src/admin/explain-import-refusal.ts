import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";
import { NotSent } from "#admin/send-file.ts";
import { refusalOf } from "#core/refusal.ts";

/** What kept an import from going on, and what to do. */
export function useExplainImportError(): (error: unknown) => string {
  const { t } = useLingui();
  return (error) => {
    const refusal: Refusal | null = error instanceof NotSent ? error.refusal : refusalOf(error);
    if (error instanceof NotSent && error.status === 413)
      return t`The file is larger than 1 GB. Split it, or import it by command.`;
    switch (refusal?.code) {
      case "catalog.import-file-unreadable":
        return t`This is no table: a CSV file with a first row of headers is needed, or lines of JSON.`;
      case "catalog.import-key-missing":
        return t`One column must be the SKU or the product, or the shop cannot know what a row is about.`;
      case "catalog.import-not-ready":
      case "core.stale-version":
        return t`Somebody else has gone on with this import meanwhile. Reload the page and look again.`;
      case "core.not-found":
        return t`This is no longer here. Reload the page and look again.`;
      case "core.invalid-input":
        return t`Check the fields: the source has small Latin letters, digits and hyphens, and each meaning is given to one column.`;
      case "auth.forbidden":
        return t`Your own role does not allow this.`;
      case "auth.factor-required":
        return t`Imports change prices, so they ask for your second factor: set it up in your account under Security.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
