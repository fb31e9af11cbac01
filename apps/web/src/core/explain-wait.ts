import { useLingui } from "@lingui/react/macro";
import { useLocale } from "#core/app.ts";

/** What to say to somebody who tried too often: for how long to wait, in whole seconds or minutes. */
export function useExplainWait(): (refusal: { retryAfter: number }) => string {
  const { t } = useLingui();
  const locale = useLocale();
  return ({ retryAfter }) => {
    const relative = new Intl.RelativeTimeFormat(locale);
    const when =
      retryAfter < 90 ? relative.format(retryAfter, "second") : relative.format(Math.ceil(retryAfter / 60), "minute");
    return t`Too many attempts in a short time. Please try again ${when}.`;
  };
}
