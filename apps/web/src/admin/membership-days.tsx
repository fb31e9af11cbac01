import { Trans } from "@lingui/react/macro";
import type { typedIn } from "#core/typed-in.ts";
import { endOf, startOf } from "#admin/moscow-day.ts";
import { useLocale } from "#core/app.ts";
import { formatDate } from "#core/format.ts";
import { Field, TextInput } from "#core/ui/field.tsx";

/** From which day to which; both may be left empty. */
export function MembershipDays() {
  return (
    <>
      <Field label={<Trans>First day</Trans>} optional hint={<Trans>Empty: from now on</Trans>}>
        {(control) => <TextInput {...control} name="first" type="date" />}
      </Field>
      <Field label={<Trans>Last day</Trans>} optional hint={<Trans>Empty: without end</Trans>}>
        {(control) => <TextInput {...control} name="last" type="date" />}
      </Field>
    </>
  );
}

/** What was typed into MembershipDays, for the API. */
export function periodTyped(typed: ReturnType<typeof typedIn>) {
  const [first, last] = [typed("first"), typed("last")];
  return { ...(first && { from: startOf(first) }), ...(last && { until: endOf(last) }) };
}

/** «with 1 May 2026, until 31 May 2026»: the last day is one that is still of the period. */
export function Period({ from, until }: { from: string; until: string | null }) {
  const locale = useLocale();
  const first = formatDate(locale, from);
  if (until === null) return <Trans>from {first} on</Trans>;
  const last = formatDate(locale, new Date(Date.parse(until) - 1).toISOString());
  return (
    <Trans>
      from {first} to {last}
    </Trans>
  );
}
