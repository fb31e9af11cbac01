import { useLingui } from "@lingui/react/macro";

/** Acts of the audit trail by their codes, in the language of the page. */
export function useActionNames(): Record<string, string> {
  const { t } = useLingui();
  return {
    "auth.email-changed": t`E-mail changed`,
    "auth.email-restored": t`Former e-mail taken back`,
    "auth.key-created": t`Key for a program made`,
    "auth.key-revoked": t`Key for a program withdrawn`,
    "auth.keys-dropped": t`Signing keys dropped`,
    "auth.keys-rotated": t`Signing keys rotated`,
    "auth.other-sessions-ended": t`All other sessions ended`,
    "auth.password-changed": t`Password changed`,
    "auth.password-set": t`Password set by the link in a letter`,
    "auth.session-ended": t`Session ended`,
    "auth.session-reused": t`Session ended: a spent token returned`,
    "catalog.category-changed": t`Category changed`,
    "catalog.category-created": t`Category made`,
    "catalog.category-moved": t`Category moved`,
    "catalog.category-removed": t`Category deleted`,
    "orders.revealed": t`Contact of an order looked at`,
    "auth.factor-added": t`Second factor set up`,
    "auth.factor-removed": t`Second factor removed`,
    "auth.factor-reset": t`Second factor removed for its owner`,
    "auth.recovery-code-used": t`Recovery code used`,
    "auth.recovery-codes-renewed": t`New recovery codes`,
    "orders.shipped": t`Order shipped`,
    "orders.delivered": t`Order delivered`,
    "pricing.price-set": t`Price set`,
    "pricing.price-scheduled": t`Price planned`,
    "pricing.price-cancelled": t`Planned price taken back`,
    "inventory.adjusted": t`Stock corrected`,
    "inventory.counted": t`Stock counted`,
    "inventory.location-changed": t`Place changed`,
    "inventory.location-created": t`Place made`,
    "inventory.location-removed": t`Place deleted`,
    "inventory.received": t`Goods received`,
    "users.group-changed": t`Group changed`,
    "users.group-created": t`Group made`,
    "users.group-member-added": t`Customer put into a group`,
    "users.group-member-removed": t`Customer taken out of a group`,
    "users.group-removed": t`Group deleted`,
    "users.invitation-accepted": t`Invitation accepted`,
    "users.invitation-withdrawn": t`Invitation withdrawn`,
    "users.invited": t`Person invited`,
    "users.role-changed": t`Role changed`,
    "users.role-created": t`Role made`,
    "users.role-granted": t`Role given`,
    "users.role-removed": t`Role deleted`,
    "users.created": t`Account made`,
    "users.disabled": t`Account closed`,
    "users.enabled": t`Account opened`,
    "users.note-added": t`Note about a customer written`,
    "users.erasure-asked": t`Erasure of the account asked for`,
    "users.erasure-undone": t`Erasure of the account called off`,
    "users.erased": t`Person erased`,
    "users.export-asked": t`Copy of own data asked for`,
    "users.export-downloaded": t`Copy of own data downloaded`,
    "orders.claimed": t`Guest order taken into the account`,
    "users.revealed": t`Contact looked at`,
  };
}

/** One act; unknown ones keep their code, so that nothing is hidden. */
export function useActionName(): (action: string) => string {
  const names = useActionNames();
  return (action) => names[action] ?? action;
}
