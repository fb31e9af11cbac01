import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useExplainGroupRefusal } from "#admin/explain-group-refusal.ts";
import { type ConditionDraft, draftOf, emptyDraft, type Group, ruleOf } from "#admin/group-rule-draft.ts";
import { RuleEditor } from "#admin/rule-editor.tsx";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Field, Radio, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

/** Makes, changes and deletes a group; a new one leads to its own page, a deleted one back to the list. */
function useGroupActs() {
  const { groups } = useApi().users;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const showToast = useToast();
  const keep = async (group: Group) => {
    queryClient.setQueryData(groups.get.queryKey({ id: group.id }), group);
    await queryClient.invalidateQueries({ queryKey: groups.pathKey() });
    showToast({ message: <Trans>The group is saved.</Trans> });
    await navigate({ to: "/admin/groups/$id", params: { id: group.id } });
  };
  const leave = async () => {
    await navigate({ to: "/admin/groups" });
    await queryClient.invalidateQueries({ queryKey: groups.list.queryKey() });
  };
  return {
    create: useMutation(groups.create.mutationOptions({ onSuccess: keep })),
    change: useMutation(groups.change.mutationOptions({ onSuccess: keep })),
    remove: useMutation(groups.remove.mutationOptions({ onSuccess: leave })),
  };
}

/** Code, names and rule of a group; null makes a new one. */
export function GroupEditor({ group }: { group: Group | null }) {
  const { create, change, remove } = useGroupActs();
  const explain = useExplainGroupRefusal();
  const [byRule, setByRule] = useState(group !== null && group.rule !== null);
  const [drafts, setDrafts] = useState<ConditionDraft[]>(() => group?.rule?.map(draftOf) ?? [emptyDraft(0, "orders")]);
  const rule = byRule ? ruleOf(drafts) : null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const draft = { code: typed("code").trim(), name: { ru: typed("ru"), en: typed("en") }, rule };
    if (group) change.mutate({ id: group.id, version: group.version, ...draft });
    else create.mutate(draft);
  };
  const error = create.error ?? change.error ?? remove.error;
  const refusal = refusalOf(error);
  const codeTaken = refusal?.code === "users.group-code-taken";
  return (
    <form method="post" onSubmit={submit} className="grid max-w-[48rem] gap-6">
      {error && !codeTaken && <Alert>{explain(refusal)}</Alert>}
      <Texts group={group} codeError={codeTaken ? explain(refusal) : undefined} />
      {!group && <Kind byRule={byRule} onChoose={setByRule} />}
      {byRule && <RuleEditor drafts={drafts} onChange={setDrafts} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={create.isPending || change.isPending} disabled={byRule && !rule}>
          <Trans>Save the group</Trans>
        </Button>
        <LinkButton tone="secondary" to="/admin/groups">
          <Trans>Back without saving</Trans>
        </LinkButton>
      </div>
      {group && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-rowan underline">
            <Trans>Delete the group</Trans>
          </summary>
          <div className="grid justify-items-start gap-3 border-l-2 border-shelf py-2 pl-4">
            <p>
              <Trans>The group goes for good, and with it who was in it and when.</Trans>
            </p>
            <Button
              tone="danger"
              busy={remove.isPending}
              onClick={() => remove.mutate({ id: group.id, version: group.version })}
            >
              <Trans>Delete for good</Trans>
            </Button>
          </div>
        </details>
      )}
    </form>
  );
}

function Texts({ group, codeError }: { group: Group | null; codeError: string | undefined }) {
  const name = { autoComplete: "off", maxLength: 80, required: true } as const;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={<Trans>Name in Russian</Trans>}>
        {(control) => <TextInput {...control} {...name} name="ru" lang="ru" defaultValue={group?.name.ru ?? ""} />}
      </Field>
      <Field label={<Trans>Name in English</Trans>}>
        {(control) => <TextInput {...control} {...name} name="en" lang="en" defaultValue={group?.name.en ?? ""} />}
      </Field>
      <Field
        label={<Trans>Code of the group</Trans>}
        hint={<Trans>Small Latin letters, digits and hyphens; programs know the group by it.</Trans>}
        error={codeError}
      >
        {(control) => (
          <TextInput
            {...control}
            name="code"
            autoComplete="off"
            autoCapitalize="none"
            minLength={2}
            maxLength={40}
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            required
            defaultValue={group?.code ?? ""}
          />
        )}
      </Field>
    </div>
  );
}

function Kind({ byRule, onChoose }: { byRule: boolean; onChoose: (byRule: boolean) => void }) {
  return (
    <fieldset>
      <legend className="text-base font-semibold">
        <Trans>How customers come into the group</Trans>
      </legend>
      <Radio name="kind" checked={!byRule} onChange={() => onChoose(false)}>
        <Trans>By hand: you put them in and take them out</Trans>
      </Radio>
      <Radio name="kind" checked={byRule} onChange={() => onChoose(true)}>
        <Trans>By a rule: the shop keeps the group true by itself</Trans>
      </Radio>
      <p className="text-muted">
        <Trans>This cannot be changed later.</Trans>
      </p>
    </fieldset>
  );
}
