import { useLingui } from "@lingui/react/macro";

/** Acts of the audit trail by their codes, in the language of the page. */
export function useActionNames(): Record<string, string> {
  const { t } = useLingui();
  return {
    "auth.keys-dropped": t`Signing keys dropped`,
    "auth.keys-rotated": t`Signing keys rotated`,
    "auth.session-reused": t`Session ended: a spent token returned`,
    "orders.shipped": t`Order shipped`,
    "orders.delivered": t`Order delivered`,
    "users.created": t`Account made`,
    "users.disabled": t`Account closed`,
    "users.enabled": t`Account opened`,
    "users.revealed": t`Contact looked at`,
  };
}

/** One act; unknown ones keep their code, so that nothing is hidden. */
export function useActionName(): (action: string) => string {
  const names = useActionNames();
  return (action) => names[action] ?? action;
}
