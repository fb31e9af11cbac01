import { useLingui } from "@lingui/react/macro";

/** A role in the language of the page; one that this page does not know keeps its code. */
export function useRoleName(): (role: string) => string {
  const { t } = useLingui();
  return (role) => {
    switch (role) {
      case "customer":
        return t`Customer`;
      case "staff":
        return t`Staff`;
      case "admin":
        return t`Admin`;
      case "custom":
        return t`A role of the shop's own`;
      default:
        return role;
    }
  };
}
