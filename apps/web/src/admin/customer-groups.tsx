import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useRef } from "react";
import { useExplainGroupRefusal } from "#admin/explain-group-refusal.ts";
import { MembershipDays, Period, periodTyped } from "#admin/membership-days.tsx";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { useLocalized } from "#core/texts.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

/** What groups a customer is in, for whoever may see groups; whoever may change them puts in and takes out. */
export function CustomerGroups({ userId, rights }: { userId: string; rights: readonly string[] }) {
  if (!rights.includes("groups:read")) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-h3">
        <Trans>Groups</Trans>
      </h2>
      <Groups userId={userId} editable={rights.includes("groups:write")} />
    </section>
  );
}

function useMembershipActs() {
  const { groups } = useApi().users;
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: groups.pathKey() });
  return {
    add: useMutation(groups.addMember.mutationOptions({ onSuccess })),
    end: useMutation(groups.endMembership.mutationOptions({ onSuccess })),
  };
}

function Groups({ userId, editable }: { userId: string; editable: boolean }) {
  const { t } = useLingui();
  const explain = useExplainGroupRefusal();
  const localized = useLocalized();
  const found = useQuery(useApi().users.groups.ofCustomer.queryOptions({ userId }));
  const { add, end } = useMembershipActs();
  const box = useRef<HTMLDivElement>(null);
  const takeOut = (id: string) => end.mutate({ id }, { onSuccess: () => box.current?.focus() });
  const error = found.error ?? add.error ?? end.error;
  const groups = found.data?.groups ?? [];
  return (
    <div ref={box} role="group" tabIndex={-1} aria-label={t`Groups`} className="grid gap-2">
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      {groups.length === 0 ? (
        <p className="text-muted">
          <Trans>None yet.</Trans>
        </p>
      ) : (
        <ul className="grid">
          {groups.map(({ id, group, from, until }) => {
            const name = localized(group.name);
            return (
              <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
                <Link
                  to="/admin/groups/$id"
                  params={{ id: group.id }}
                  className="inline-flex min-h-11 items-center text-spruce underline"
                >
                  {name}
                </Link>
                <span>
                  <Period from={from} until={until} />
                </span>
                {group.byRule ? (
                  <span className="text-muted">
                    <Trans>by its rule</Trans>
                  </span>
                ) : (
                  editable && (
                    <Button
                      tone="quiet"
                      size="dense"
                      busy={end.isPending && end.variables.id === id}
                      aria-label={t`Take out: ${name}`}
                      onClick={() => takeOut(id)}
                    >
                      <Trans>Take out</Trans>
                    </Button>
                  )
                )}
              </li>
            );
          })}
        </ul>
      )}
      {editable && <PutIn userId={userId} add={add} />}
    </div>
  );
}

function PutIn({ userId, add }: { userId: string; add: ReturnType<typeof useMembershipActs>["add"] }) {
  const localized = useLocalized();
  const all = useQuery(useApi().users.groups.list.queryOptions()).data ?? [];
  const byHand = all.filter(({ rule }) => rule === null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = typedIn(form);
    add.mutate({ userId, groupId: typed("group"), ...periodTyped(typed) }, { onSuccess: () => form.reset() });
  };
  if (byHand.length === 0)
    return (
      <p className="text-muted">
        <Trans>There is no group by hand yet.</Trans>{" "}
        <Link to="/admin/groups/$id" params={{ id: "new" }} className="text-spruce underline">
          <Trans>Make one</Trans>
        </Link>
      </p>
    );
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-spruce underline">
        <Trans>Put into a group</Trans>
      </summary>
      <form method="post" onSubmit={submit} className="grid gap-3 border-l-2 border-shelf py-2 pl-4">
        <div className="flex flex-wrap items-start gap-3">
          <Field label={<Trans>Group</Trans>}>
            {(control) => (
              <Select {...control} name="group" className="max-w-64">
                {byHand.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {localized(name)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <MembershipDays />
        </div>
        <Button type="submit" tone="secondary" className="justify-self-start" busy={add.isPending}>
          <Trans>Put in</Trans>
        </Button>
      </form>
    </details>
  );
}
