import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";
import { useExplainWait } from "#core/explain-wait.ts";

/** What kept a person from signing in or up, and what to do, in the language of the page. */
export function useExplainAuthRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  const explainWait = useExplainWait();
  return (refusal) => {
    switch (refusal?.code) {
      case "auth.bad-credentials":
        return t`This e-mail and password do not belong together. Check both and try again.`;
      case "auth.account-disabled":
        return t`This account is closed. Write to us and we will sort it out.`;
      case "auth.invalid-email":
        return t`This e-mail address cannot be right. It should look like name@example.com.`;
      case "auth.weak-password": {
        const { reason, minimum } = refusal.details;
        if (reason === "too-short") return t`The password is too short: use at least ${minimum} characters.`;
        if (reason === "common") return t`Too many people use this password. Choose one of your own.`;
        return t`This password is easy to guess. A few unrelated words make a good one.`;
      }
      case "auth.recent-sign-in-required":
        return t`Nothing has changed: this needs your password first.`;
      case "auth.otp-invalid": {
        const { triesLeft } = refusal.details;
        if (triesLeft === 0) return t`This code is not right. Wait for the app to show the next one, then try again.`;
        return plural(triesLeft, {
          one: "This code is not right, or was used before. # more try, then you will have to wait.",
          other: "This code is not right, or was used before. # more tries, then you will have to wait.",
        });
      }
      case "auth.otp-required":
        return t`A code from your app is needed too.`;
      case "auth.challenge-invalid":
        return t`That took too long. Start over with your password.`;
      case "auth.factor-required":
        return t`Nothing has changed: this needs a second factor.`;
      case "auth.factor-present":
        return t`The second factor is on already. Reload the page.`;
      case "auth.factor-absent":
        return t`There is no second factor any more. Reload the page.`;
      case "core.rate-limited":
        return explainWait(refusal.details);
      case "auth.link-invalid":
        return t`This link does not work any more. Ask for a new one.`;
      case "auth.too-many-letters":
        return t`That is enough letters for now. Look into your mailbox, the spam folder too, or try again later.`;
      case "auth.staff-account":
        return t`You work in this shop. Ask an admin to take your role back first.`;
      case "auth.email-unverified":
        return t`Confirm your present address first.`;
      case "auth.email-unchanged":
        return t`This is your address already.`;
      case "users.email-taken":
        return t`An account has this address already. Sign in to that one, or choose another address.`;
      case "auth.invite-expired":
        return t`This invitation does not work any more. Ask whoever invited you for a new one.`;
      case "auth.role-gone":
        return t`The role you were invited to is gone. Ask whoever invited you for a new invitation.`;
      case "auth.sign-in-required":
        return t`You are signed out. Sign in, then try again.`;
      case "core.busy":
        return t`The shop is very busy right now. Please try again in a few seconds.`;
      case "core.invalid-input":
        return t`Something in the form is missing. Please look through it again.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
