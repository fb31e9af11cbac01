import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { FormEvent, ReactNode } from "react";
import { useExplainViewRefusal } from "#admin/explain-view-refusal.ts";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox, Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

type View = inferOutput<Api["core"]["views"]["list"]>[number];
const LISTS = {
  products: "/admin/products",
  orders: "/admin/orders",
  customers: "/admin/customers",
  stock: "/admin/stock",
} as const;
type List = keyof typeof LISTS;
type Search = Readonly<Record<string, string>>;

const LOOK =
  "inline-flex min-h-11 items-center border-b-2 border-transparent px-1 hover:border-edge aria-[current=page]:border-ink";
const SUMMARY = "inline-flex min-h-11 cursor-pointer items-center text-spruce underline";

const keyOf = (search: Search) => JSON.stringify(Object.entries(search).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Views of a list under names, one's own and those of others; what the address asks for can be saved as one. */
export function SavedViews({ list, search }: { list: List; search: Search }) {
  const { t } = useLingui();
  const views = useQuery(useApi().core.views.list.queryOptions({ list })).data ?? [];
  const here = keyOf(search);
  const current = views.filter((view) => keyOf(view.search) === here);
  const own = current.find((view) => view.own);
  return (
    <div className="grid gap-1">
      {views.length > 0 && (
        <nav aria-label={t`Saved views`}>
          <ul className="flex flex-wrap gap-x-4">
            {views.map((view) => (
              <li key={view.id} className="min-w-0">
                <Link
                  to={LISTS[list]}
                  // What an address may say, the list itself decides.
                  search={view.search as never}
                  activeOptions={{ exact: true }}
                  className={`${LOOK} max-w-full wrap-anywhere`}
                  aria-current={keyOf(view.search) === here ? "page" : undefined}
                >
                  {view.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {own && <Change key={`${own.id} ${own.version}`} list={list} view={own} />}
      {current.length === 0 && Object.keys(search).length > 0 && <Save key={here} list={list} search={search} />}
    </div>
  );
}

/** Each change answers the views there are then. */
function useKeep(list: List) {
  const { views } = useApi().core;
  const queryClient = useQueryClient();
  return (known: View[]) => queryClient.setQueryData(views.list.queryKey({ list }), known);
}

function Save({ list, search }: { list: List; search: Search }) {
  const add = useMutation(useApi().core.views.add.mutationOptions({ onSuccess: useKeep(list) }));
  return (
    <details>
      <summary className={SUMMARY}>
        <Trans>Save this view</Trans>
      </summary>
      <ViewForm error={add.error} onSave={(draft) => add.mutate({ list, search, ...draft })}>
        <Button type="submit" busy={add.isPending}>
          <Trans>Save the view</Trans>
        </Button>
      </ViewForm>
    </details>
  );
}

function Change({ list, view }: { list: List; view: View }) {
  const { views } = useApi().core;
  const onSuccess = useKeep(list);
  const change = useMutation(views.change.mutationOptions({ onSuccess }));
  const remove = useMutation(views.remove.mutationOptions({ onSuccess }));
  const { id, version, search } = view;
  return (
    <details>
      <summary className={SUMMARY}>
        <Trans>Rename or remove this view</Trans>
      </summary>
      <ViewForm
        view={view}
        error={change.error ?? remove.error}
        onSave={(draft) => change.mutate({ list, id, version, search, ...draft })}
      >
        <Button type="submit" busy={change.isPending}>
          <Trans>Save the view</Trans>
        </Button>
        <Button tone="danger" busy={remove.isPending} onClick={() => remove.mutate({ list, id, version })}>
          <Trans>Remove the view</Trans>
        </Button>
      </ViewForm>
    </details>
  );
}

interface ViewFormProps {
  view?: View;
  error: unknown;
  onSave: (draft: Pick<View, "name" | "shared">) => void;
  /** Its buttons. */
  children: ReactNode;
}

function ViewForm({ view, error, onSave, children }: ViewFormProps) {
  const explain = useExplainViewRefusal();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    onSave({ name: typed("name").trim(), shared: typed("shared") === "on" });
  };
  return (
    <form method="post" onSubmit={submit} className="grid max-w-md gap-2 border-l-2 border-shelf py-2 pl-4">
      {error !== null && <Alert>{explain(refusalOf(error))}</Alert>}
      <Field label={<Trans>Name of the view</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            required
            maxLength={60}
            autoComplete="off"
            defaultValue={view?.name ?? ""}
          />
        )}
      </Field>
      <Checkbox name="shared" defaultChecked={view?.shared ?? false}>
        <Trans>Show it to everybody who sees this list</Trans>
      </Checkbox>
      <div className="flex flex-wrap gap-3">{children}</div>
    </form>
  );
}
