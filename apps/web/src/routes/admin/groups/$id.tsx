import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { AddMember } from "#admin/add-member.tsx";
import { useExplainGroupRefusal } from "#admin/explain-group-refusal.ts";
import { GroupEditor } from "#admin/group-editor.tsx";
import { GroupMembers, membersOf } from "#admin/group-members.tsx";
import type { Group } from "#admin/group-rule-draft.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import { refusalOf } from "#core/refusal.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

export const Route = createFileRoute("/admin/groups/$id")({
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    typeof q === "string" && q !== "" ? { q: q.slice(0, 100) } : {},
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, params: { id }, deps: { q } }) => {
    if (!visitor.staff || id === "new") return;
    await orNotFound(queryClient.ensureQueryData(api.users.groups.get.queryOptions({ id })));
    await queryClient.ensureInfiniteQueryData(membersOf(api, id, q));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Group of customers`) }),
  component: GroupPage,
});

function GroupPage() {
  const { id } = Route.useParams();
  return (
    <div className="grid gap-8">
      <div className="grid gap-2">
        <Link to="/admin/groups" className="inline-flex min-h-11 items-center text-muted hover:underline">
          <Trans>All groups</Trans>
        </Link>
        {id === "new" && (
          <h1 className="text-h1">
            <Trans>New group</Trans>
          </h1>
        )}
        {id === "new" ? <GroupEditor group={null} /> : <KnownGroup id={id} />}
      </div>
    </div>
  );
}

function KnownGroup({ id }: { id: string }) {
  const api = useApi();
  const group = useSuspenseQuery(api.users.groups.get.queryOptions({ id })).data;
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const { q } = Route.useSearch();
  const localized = useLocalized();
  const editable = rights.includes("groups:write");
  const byHand = group.rule === null;
  return (
    <div className="grid gap-10">
      <section className="grid gap-4">
        <h1 className="text-h1">{localized(group.name)}</h1>
        {editable ? (
          <GroupEditor key={group.version} group={group} />
        ) : (
          <p>
            <code>{group.code}</code>
          </p>
        )}
      </section>
      <section className="grid gap-4">
        <h2 className="text-h2">
          <Trans>Members</Trans>
        </h2>
        <p>
          <Plural
            value={group.members}
            _0="Nobody is in the group now."
            one="# customer is in the group now."
            other="# customers are in the group now."
          />
        </p>
        {!byHand && <ByItself group={group} editable={editable} />}
        {byHand && editable && rights.includes("customers:read") && <AddMember groupId={id} />}
        <GroupMembers key={q} group={group} q={q} editable={byHand && editable} />
      </section>
    </div>
  );
}

/** A group by a rule fills itself; whoever cannot wait asks the rule now. */
function ByItself({ group: { id }, editable }: { group: Group; editable: boolean }) {
  const { groups } = useApi().users;
  const queryClient = useQueryClient();
  const explain = useExplainGroupRefusal();
  const evaluate = useMutation(
    groups.evaluate.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: groups.pathKey() }) }),
  );
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-muted">
        <Trans>
          The rule decides who is in the group: within a second after an order, a confirmed e-mail or another address,
          and every five minutes where it looks back over some days.
        </Trans>
      </p>
      {evaluate.error && <Alert>{explain(refusalOf(evaluate.error))}</Alert>}
      {editable && (
        <Button tone="secondary" size="dense" busy={evaluate.isPending} onClick={() => evaluate.mutate({ id })}>
          <Trans>Ask the rule now</Trans>
        </Button>
      )}
    </div>
  );
}
