import { Trans } from "@lingui/react/macro";
import type { GrantablePermission } from "@vitrina/api-contract";
import { bySection, usePermissionTexts, useSectionTexts } from "#admin/permission-texts.ts";
import { Checkbox } from "#core/ui/field.tsx";

interface PermissionGridProps {
  chosen: ReadonlySet<GrantablePermission>;
  /** What the caller may do themselves: nothing else can be given. */
  held: readonly GrantablePermission[];
  onToggle: (permission: GrantablePermission) => void;
}

/** Every permission in plain words, section by section; what the caller lacks is shown and cannot be chosen. */
export function PermissionGrid({ chosen, held, onToggle }: PermissionGridProps) {
  const texts = usePermissionTexts();
  const sections = useSectionTexts();
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      {bySection(Object.keys(texts) as GrantablePermission[]).map(([section, permissions]) => (
        <fieldset key={section} className="grid content-start border-t border-line pt-3">
          <legend className="float-left text-base font-semibold">{sections[section]}</legend>
          {permissions.map((permission) => (
            <Checkbox
              key={permission}
              name="permissions"
              value={permission}
              checked={chosen.has(permission)}
              disabled={!held.includes(permission)}
              onChange={() => onToggle(permission)}
            >
              {texts[permission]}
              {!held.includes(permission) && (
                <span className="block text-xs text-muted">
                  <Trans>You do not have this right yourself</Trans>
                </span>
              )}
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
