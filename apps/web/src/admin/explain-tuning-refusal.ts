import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";

/** What kept a rule of the search from being saved, and what to do. */
export function useExplainTuningRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  return (refusal) => {
    switch (refusal?.code) {
      case "search.rule-conflict": {
        const { reason } = refusal.details;
        const phrase = refusal.details.phrase ?? "";
        if (reason === "in-another")
          return t`“${phrase}” is in other synonyms already, in this or another form of the word. Add to those instead.`;
        if (reason === "query-ruled")
          return t`There is a rule for “${phrase}” already, which is the same query in another form. Change that one instead.`;
        if (reason === "pinned-and-buried") return t`A product cannot stand first and last at once.`;
        return t`“${phrase}” is there twice: other forms of a word are the same word.`;
      }
      case "search.rule-limit-reached": {
        const { limit } = refusal.details;
        return t`There are ${limit} rules of this kind already. Delete one that nobody needs.`;
      }
      case "core.invalid-input":
        return t`Check the fields: two to twenty phrases of one to three words each, or a query of at least one word.`;
      case "core.stale-version":
        return t`Somebody else has changed this meanwhile. Reload the page and look again.`;
      case "core.not-found":
        return t`This is no longer here. Reload the page and look again.`;
      case "auth.forbidden":
        return t`Your own role does not allow this.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
