import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useRef } from "react";
import { useExplainGroupRefusal } from "#admin/explain-group-refusal.ts";
import type { Group } from "#admin/group-rule-draft.ts";
import { Period } from "#admin/membership-days.tsx";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";

type Member = inferOutput<Api["users"]["groups"]["members"]>["members"][number];

/** Everybody in a group, or those whom `q` finds. */
export const membersOf = (api: Api, id: string, q: string | undefined) =>
  api.users.groups.members.infiniteQueryOptions(
    { id, ...(q && { q }) },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );

/** Members now and later, with a search; from a group by hand they can be taken out. */
export function GroupMembers({ group, q, editable }: { group: Group; q: string | undefined; editable: boolean }) {
  const { groups } = useApi().users;
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const explain = useExplainGroupRefusal();
  const pages = useSuspenseInfiniteQuery(membersOf(useApi(), group.id, q));
  const box = useRef<HTMLDivElement>(null);
  const remove = useMutation(
    groups.endMembership.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: groups.pathKey() }),
    }),
  );
  const takeOut = (id: string) => remove.mutate({ id }, { onSuccess: () => box.current?.focus() });
  const members = pages.data.pages.flatMap((page) => page.members);
  return (
    <div ref={box} role="group" tabIndex={-1} aria-label={t`Members`} className="grid gap-4">
      <form method="get" role="search" className="flex flex-wrap items-end gap-2">
        <Field label={<Trans>Find a member by name or e-mail</Trans>}>
          {(control) => (
            <TextInput {...control} name="q" type="search" maxLength={100} autoComplete="off" defaultValue={q ?? ""} />
          )}
        </Field>
        <Button type="submit" tone="secondary">
          <Trans>Find</Trans>
        </Button>
      </form>
      {remove.error && <Alert>{explain(refusalOf(remove.error))}</Alert>}
      {members.length === 0 ? (
        <p className="text-muted">
          {q ? <Trans>Nobody was found</Trans> : <Trans>Nobody is in this group yet.</Trans>}
        </p>
      ) : (
        <ul className="grid">
          {members.map((member) => (
            <Row
              key={member.id}
              member={member}
              busy={remove.isPending && remove.variables.id === member.id}
              onRemove={editable ? () => takeOut(member.id) : null}
            />
          ))}
        </ul>
      )}
      <ShowMore pages={pages} />
    </div>
  );
}

function Row({ member, busy, onRemove }: { member: Member; busy: boolean; onRemove: (() => void) | null }) {
  const { t } = useLingui();
  const { id, name, maskedEmail } = member.customer;
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
      <Link
        to="/admin/customers/$id"
        params={{ id }}
        className="inline-flex min-h-11 items-center font-medium text-spruce underline"
      >
        {name}
      </Link>
      <span className="break-all text-muted">{maskedEmail}</span>
      <span>
        <Period {...member} />
      </span>
      {onRemove && (
        <Button
          tone="quiet"
          size="dense"
          className="ml-auto"
          busy={busy}
          aria-label={t`Take out: ${name}`}
          onClick={onRemove}
        >
          <Trans>Take out</Trans>
        </Button>
      )}
    </li>
  );
}
