import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";
import { useLocalized } from "#core/texts.ts";

/** What kept a group from being changed, and what to do. */
export function useExplainGroupRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  const localized = useLocalized();
  return (refusal) => {
    switch (refusal?.code) {
      case "users.group-code-taken":
        return t`There is a group with this code already.`;
      case "users.group-in-use": {
        const names = refusal.details.uses.map(({ name }) => localized(name)).join("; ");
        return t`Promotions or price lists refer to this group: ${names}. It is kept as long as they do.`;
      }
      case "users.group-limit-reached": {
        const { limit } = refusal.details;
        return t`There are ${limit} groups already, and no more are possible. Delete one that nobody needs.`;
      }
      case "users.group-kind-fixed":
        return t`In a group by a rule the rule decides who is in it.`;
      case "users.already-member":
        return t`This customer is in the group already for a part of that time.`;
      case "users.invalid-period":
        return t`The last day must not be over yet, nor come before the first one.`;
      case "core.stale-version":
        return t`Somebody else has changed this meanwhile. Reload the page and look again.`;
      case "core.not-found":
        return t`This is no longer here. Reload the page and look again.`;
      case "core.invalid-input":
        return t`Check the fields: the code has small Latin letters, digits and hyphens, and both names are needed.`;
      case "users.query-too-short": {
        const { minimum } = refusal.details;
        return t`Type at least ${minimum} characters.`;
      }
      case "auth.forbidden":
        return t`Your own role does not allow this.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
