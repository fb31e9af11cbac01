import { useLingui } from "@lingui/react/macro";
import type { GrantablePermission, Refusal } from "@vitrina/api-contract";
import { usePermissionTexts } from "#admin/permission-texts.ts";

/** What kept rights from being changed, and what to do. */
export function useExplainRightsRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  const texts: Partial<Record<string, string>> = usePermissionTexts() satisfies Record<GrantablePermission, string>;
  return (refusal) => {
    switch (refusal?.code) {
      case "auth.escalation": {
        const lacking = refusal.details.permissions.map((permission) => texts[permission] ?? permission).join("; ");
        return t`You can only give or take rights that you have yourself. You lack: ${lacking}.`;
      }
      case "auth.own-rights":
        return t`Nobody changes their own rights. Ask another admin.`;
      case "auth.last-admin":
        return t`This is the shop's only admin. Make somebody else an admin first.`;
      case "auth.role-in-use":
        return t`People still hold this role. Give them another one first.`;
      case "auth.role-name-taken":
        return t`There is a role of this name already.`;
      case "auth.role-gone":
        return t`This role has been deleted meanwhile. Choose another one.`;
      case "auth.invalid-email":
        return t`This e-mail address cannot be right. It should look like name@example.com.`;
      case "auth.key-limit-reached":
        return t`You have ${refusal.details.limit} keys in use, which is the most. End one of them first.`;
      case "core.stale-version":
        return t`Somebody else has changed this meanwhile. Reload the page and look again.`;
      case "core.not-found":
        return t`This is no longer here. Reload the page and look again.`;
      case "auth.recent-sign-in-required":
        return t`Confirm your password to change rights.`;
      case "auth.factor-required":
        return t`Nothing has changed: this needs a second factor.`;
      case "auth.forbidden":
        return t`Your own role does not allow this.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
