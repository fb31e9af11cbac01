import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";

/** What kept a shopkeeper from an act on a customer or colleague, in the language of the page. */
export function useExplainStaffRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  return (refusal) => {
    switch (refusal?.code) {
      case "users.query-too-short": {
        const { minimum } = refusal.details;
        return t`Type at least ${minimum} characters.`;
      }
      case "auth.self-disable":
        return t`You cannot close your own account.`;
      case "auth.factor-required":
        return t`Nothing has changed: this needs a second factor.`;
      case "auth.recent-sign-in-required":
        return t`Nothing has changed: this needs your password first.`;
      case "auth.factor-absent":
        return t`This account has no second factor.`;
      case "auth.own-rights":
        return t`Your own second factor is removed in your account, under Security.`;
      case "auth.forbidden":
        return t`Only an admin may do this.`;
      case "core.not-found":
        return t`This account is gone.`;
      case "core.invalid-input":
        return t`Give a reason of at least three characters.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
