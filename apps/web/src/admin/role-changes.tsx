import { Plural, Trans } from "@lingui/react/macro";
import type { GrantablePermission } from "@vitrina/api-contract";
import type { ReactNode } from "react";
import { usePermissionTexts } from "#admin/permission-texts.ts";

interface RoleChangesProps {
  before: readonly GrantablePermission[];
  after: readonly GrantablePermission[];
  /** Number of people who hold the role. */
  holders: number;
}

/** What saving would give and take, and from how many people. */
export function RoleChanges({ before, after, holders }: RoleChangesProps) {
  const added = after.filter((permission) => !before.includes(permission));
  const removed = before.filter((permission) => !after.includes(permission));
  return (
    <section aria-live="polite" className="grid gap-2 rounded-button bg-linen p-4">
      <h2 className="text-base font-semibold">
        <Trans>What changes</Trans>
      </h2>
      {added.length + removed.length === 0 ? (
        <p>
          <Trans>No right is added or taken away.</Trans>
        </p>
      ) : (
        <>
          <Listed title={<Trans>Added</Trans>} permissions={added} sign="+" />
          <Listed title={<Trans>Taken away</Trans>} permissions={removed} sign="−" />
          <p>
            <Plural
              value={holders}
              _0="Nobody holds this role yet."
              one="# person holds this role; it takes effect at once."
              other="# people hold this role; it takes effect at once."
            />
          </p>
        </>
      )}
    </section>
  );
}

function Listed({ title, permissions, sign }: { title: ReactNode; permissions: GrantablePermission[]; sign: string }) {
  const texts = usePermissionTexts();
  if (permissions.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm font-medium">{title}</h3>
      <ul>
        {permissions.map((permission) => (
          <li key={permission}>
            <span aria-hidden>{sign} </span>
            {texts[permission]}
          </li>
        ))}
      </ul>
    </div>
  );
}
