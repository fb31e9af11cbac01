import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { FormEvent } from "react";
import { useExplainListRefusal } from "#admin/explain-list-refusal.ts";
import { momentText, momentTyped } from "#admin/price-text.ts";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { useLocalized } from "#core/texts.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

export type PriceList = inferOutput<Api["pricing"]["lists"]["get"]>;

function useListActs() {
  const { lists } = useApi().pricing;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const showToast = useToast();
  const keep = async (list: PriceList) => {
    queryClient.setQueryData(lists.get.queryKey({ id: list.id }), list);
    await queryClient.invalidateQueries({ queryKey: lists.pathKey() });
    showToast({ message: <Trans>The list is saved.</Trans> });
    await navigate({ to: "/admin/price-lists/$id", params: { id: list.id } });
  };
  const leave = async () => {
    await navigate({ to: "/admin/price-lists" });
    await queryClient.invalidateQueries({ queryKey: lists.list.queryKey() });
  };
  return {
    create: useMutation(lists.create.mutationOptions({ onSuccess: keep })),
    change: useMutation(lists.change.mutationOptions({ onSuccess: keep })),
    end: useMutation(lists.end.mutationOptions({ onSuccess: leave })),
  };
}

/** Names, terms and end of a list; null makes a new one. */
export function ListForm({ list }: { list: PriceList | null }) {
  const { create, change, end } = useListActs();
  const explain = useExplainListRefusal();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const begin = typed("from");
    const draft = {
      name: { ru: typed("ru"), en: typed("en") },
      groupId: typed("group") || null,
      country: typed("country").trim().toUpperCase() || null,
      priority: Number(typed("priority")),
      // The field has minutes: an unchanged one keeps its seconds.
      from: list?.from && begin === momentText(list.from) ? list.from : momentTyped(begin),
      until: momentTyped(typed("until")),
    };
    if (list) change.mutate({ id: list.id, version: list.version, ...draft });
    else create.mutate(draft);
  };
  const error = create.error ?? change.error ?? end.error;
  return (
    <form method="post" onSubmit={submit} className="grid max-w-[48rem] gap-6">
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      <Fields list={list} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={create.isPending || change.isPending}>
          <Trans>Save the list</Trans>
        </Button>
        <LinkButton tone="secondary" to="/admin/price-lists">
          <Trans>Back without saving</Trans>
        </LinkButton>
      </div>
      {list && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-rowan underline">
            <Trans>End the list</Trans>
          </summary>
          <div className="grid justify-items-start gap-3 border-l-2 border-shelf py-2 pl-4">
            <p>
              <Trans>Its prices hold no longer from this moment. What they were stays as history.</Trans>
            </p>
            <Button
              tone="danger"
              busy={end.isPending}
              onClick={() => end.mutate({ id: list.id, version: list.version })}
            >
              <Trans>End it now</Trans>
            </Button>
          </div>
        </details>
      )}
    </form>
  );
}

function Fields({ list }: { list: PriceList | null }) {
  const name = { autoComplete: "off", maxLength: 80, required: true } as const;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={<Trans>Name in Russian</Trans>} hint={<Trans>Shoppers see it beside the price</Trans>}>
        {(control) => <TextInput {...control} {...name} name="ru" lang="ru" defaultValue={list?.name.ru ?? ""} />}
      </Field>
      <Field label={<Trans>Name in English</Trans>}>
        {(control) => <TextInput {...control} {...name} name="en" lang="en" defaultValue={list?.name.en ?? ""} />}
      </Field>
      <GroupChoice list={list} />
      <Field
        label={<Trans>Country of delivery</Trans>}
        optional
        hint={<Trans>Two letters such as RU; empty: anywhere</Trans>}
      >
        {(control) => (
          <TextInput
            {...control}
            name="country"
            pattern="[A-Za-z]{2}"
            maxLength={2}
            autoComplete="off"
            defaultValue={list?.country ?? ""}
          />
        )}
      </Field>
      <Field label={<Trans>Priority</Trans>} hint={<Trans>1 to 1000: of two lists the higher one wins</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            name="priority"
            type="number"
            min={1}
            max={1000}
            required
            defaultValue={list?.priority ?? ""}
          />
        )}
      </Field>
      <span className="max-sm:hidden" />
      <Field label={<Trans>Begins</Trans>} optional hint={<Trans>Moscow time; empty: now</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            name="from"
            type="datetime-local"
            defaultValue={list?.from ? momentText(list.from) : ""}
          />
        )}
      </Field>
      <Field label={<Trans>Ends</Trans>} optional hint={<Trans>Empty: without end</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            name="until"
            type="datetime-local"
            defaultValue={list?.until ? momentText(list.until) : ""}
          />
        )}
      </Field>
    </div>
  );
}

/** Whoever may not see groups keeps the one that the list has. */
function GroupChoice({ list }: { list: PriceList | null }) {
  const api = useApi();
  const localized = useLocalized();
  const mayRead = (useQuery(api.auth.staff.rights.queryOptions()).data ?? []).includes("groups:read");
  const groups = useQuery({ ...api.users.groups.list.queryOptions(), enabled: mayRead }).data ?? [];
  const known = groups.some(({ id }) => id === list?.groupId);
  return (
    <Field label={<Trans>For whom</Trans>}>
      {(control) => (
        <Select {...control} key={groups.length} name="group" defaultValue={list?.groupId ?? ""}>
          <option value="">
            <Trans>For everybody</Trans>
          </option>
          {list?.groupId && !known && <option value={list.groupId}>{localized(list.groupName ?? {})}</option>}
          {groups.map((group) => (
            <option key={group.id} value={group.id}>
              {localized(group.name)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
