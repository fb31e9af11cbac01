import { useLingui } from "@lingui/react/macro";
import type { Control } from "#admin/attribute-value.ts";

/** Why a field does not take what was typed, and what it takes. */
export function useFaultText(): (reason: "unknown" | "type" | "choice", control: Control) => string {
  const { t } = useLingui();
  return (reason, control) => {
    if (reason === "unknown") return t`the shop no longer knows this attribute`;
    if (reason === "choice") return t`this is none of its choices`;
    if (control === "number") return t`type a number such as 12.5`;
    if (control === "date") return t`choose a day`;
    return t`this is no value of its kind`;
  };
}
