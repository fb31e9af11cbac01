import { useLingui } from "@lingui/react/macro";
import { NotSent } from "#admin/send-file.ts";
import { refusalOf } from "#core/refusal.ts";

/** What kept a picture from being taken or saved, and what to do. */
export function useExplainMediaError(): (error: unknown) => string {
  const { t } = useLingui();
  return (error) => {
    const refusal = error instanceof NotSent ? error.refusal : refusalOf(error);
    const tooLarge = t`The picture is larger than 20 MB or 50 million pixels. Make it smaller and send it again.`;
    if (error instanceof NotSent && error.status === 413) return tooLarge;
    switch (refusal?.code) {
      case "catalog.media-type":
        return t`This is no picture that the shop can read: JPEG, PNG, WebP and AVIF are.`;
      case "catalog.media-too-large":
        return tooLarge;
      case "catalog.media-gone":
      case "core.stale-version":
        return t`Somebody else has changed this product meanwhile. Your order and texts are still here; reload the page to see theirs.`;
      case "core.not-found":
        return t`This is no longer here. Reload the page and look again.`;
      case "auth.forbidden":
        return t`Your own role does not allow this.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
