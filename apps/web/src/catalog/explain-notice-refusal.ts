import { useLingui } from "@lingui/react/macro";

/** Why nobody waits for it, and what to do, by a refusal's code: without script that is all the page's address tells. */
export function useExplainNotice(): (code: string | undefined) => string {
  const { t } = useLingui();
  return (code) => {
    switch (code) {
      case "inventory.already-subscribed":
        return t`You are on the list already: we will write once when it is back.`;
      case "inventory.still-here":
        return t`It has just come in. Reload the page and buy it.`;
      case "inventory.notice-address-invalid":
      case "core.invalid-input":
        return t`Enter the address in full, like name@example.com.`;
      case "inventory.notice-limit-reached":
        return t`You wait for many things already. Take some off the list in your account.`;
      case "core.not-found":
        return t`This is no longer sold.`;
      case "core.rate-limited":
        return t`Too many attempts in a short time. Please try again in ten minutes.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
