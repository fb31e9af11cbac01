import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useActionNames } from "#admin/action-name.ts";
import { useSubjectNames } from "#admin/audit-terms.ts";
import type { AuditSearch } from "#admin/audit-search.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";

/** A plain form: the filters are in the address, so that a view can be shared. */
export function AuditFilters({ search }: { search: AuditSearch }) {
  const names = useActionNames();
  const actions = search.action && !(search.action in names) ? { ...names, [search.action]: search.action } : names;
  const subjects = useSubjectNames();
  return (
    <form method="get" className="grid grid-cols-2 items-end gap-3 lg:grid-cols-4 [&>div]:min-w-0">
      <Choice name="action" label={<Trans>Act</Trans>} options={actions} chosen={search.action} />
      <Field label={<Trans>Id of who acted</Trans>}>
        {(control) => (
          <TextInput {...control} name="actorId" maxLength={36} autoComplete="off" defaultValue={search.actorId} />
        )}
      </Field>
      <Choice name="subjectKind" label={<Trans>On what</Trans>} options={subjects} chosen={search.subjectKind} />
      <Field label={<Trans>Id of it</Trans>}>
        {(control) => (
          <TextInput {...control} name="subjectId" maxLength={100} autoComplete="off" defaultValue={search.subjectId} />
        )}
      </Field>
      <Day name="from" label={<Trans>First day</Trans>} chosen={search.from} />
      <Day name="until" label={<Trans>Last day</Trans>} chosen={search.until} />
      <div className="col-span-full flex flex-wrap items-center gap-4 lg:col-span-1">
        <Button type="submit" tone="secondary">
          <Trans>Show</Trans>
        </Button>
        {Object.keys(search).length > 0 && (
          <Link to="/admin/audit" className="inline-flex min-h-11 items-center text-spruce underline">
            <Trans>Show all acts</Trans>
          </Link>
        )}
      </div>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: React.ReactNode;
  options: Record<string, string>;
  chosen: string | undefined;
}

const Day = ({ name, label, chosen }: Omit<ChoiceProps, "options">) => (
  <Field label={label}>
    {(control) => (
      <TextInput {...control} name={name} type="date" className="max-sm:px-2! max-sm:text-sm!" defaultValue={chosen} />
    )}
  </Field>
);

const Choice = ({ name, label, options, chosen }: ChoiceProps) => (
  <Field label={label}>
    {(control) => (
      <Select {...control} name={name} defaultValue={chosen ?? ""}>
        <option value="">
          <Trans>Any</Trans>
        </option>
        {Object.entries(options).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    )}
  </Field>
);
