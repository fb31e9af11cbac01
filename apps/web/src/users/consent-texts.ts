import { useLingui } from "@lingui/react/macro";
import type { inferInput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";

type Change = inferInput<Api["users"]["consents"]["change"]>;
export type ConsentPurpose = Change["purpose"];

/** Of the words below and beside the box of the sign-up form: whoever changes them raises it in the domain too. */
export const CONSENT_TEXT: Change["textVersion"] = "2026-11";

/** What a person agrees to, by purpose: a title and the full words. */
export function useConsentTexts(): Record<ConsentPurpose, { title: string; words: string }> {
  const { t } = useLingui();
  return {
    newsletter: { title: t`News and offers`, words: t`Write to me now and then about new goods, sales and codes.` },
    recommendations: {
      title: t`Goods picked for me`,
      words: t`Use what I have bought to pick goods for me, and write to me about them.`,
    },
    "review-requests": {
      title: t`Requests for a review`,
      words: t`Ask me after a delivery how I like what I bought.`,
    },
  };
}
