import { Trans, useLingui } from "@lingui/react/macro";
import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useExplainGroupRefusal } from "#admin/explain-group-refusal.ts";
import { MembershipDays, periodTyped } from "#admin/membership-days.tsx";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

/** Finds customers and puts them into a group by hand, one by one, for the days chosen. */
export function AddMember({ groupId }: { groupId: string }) {
  const { customers, groups } = useApi().users;
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const explain = useExplainGroupRefusal();
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState("");
  const found = useQuery(customers.find.queryOptions(asked ? { q: asked } : skipToken));
  const add = useMutation(
    groups.addMember.mutationOptions({
      onSuccess: async () => {
        showToast({ message: <Trans>The customer is put into the group.</Trans> });
        await queryClient.invalidateQueries({ queryKey: groups.pathKey() });
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    add.reset();
    setAsked(typedIn(event.currentTarget)("customer").trim());
  };
  const put = (userId: string) => {
    if (form.current) add.mutate({ groupId, userId, ...periodTyped(typedIn(form.current)) });
  };
  const error = add.error ?? found.error;
  return (
    <form ref={form} method="post" onSubmit={submit} className="grid gap-3">
      <h3 className="text-base font-semibold">
        <Trans>Put customers in</Trans>
      </h3>
      <div className="flex flex-wrap items-start gap-3">
        <Field label={<Trans>Name, e-mail, phone or order number</Trans>}>
          {(control) => (
            <TextInput
              {...control}
              name="customer"
              type="search"
              required
              minLength={3}
              maxLength={100}
              autoComplete="off"
            />
          )}
        </Field>
        <MembershipDays />
      </div>
      <Button type="submit" tone="secondary" className="justify-self-start" busy={found.isFetching}>
        <Trans>Find customers</Trans>
      </Button>
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      <div aria-live="polite">
        {found.data && found.data.customers.length === 0 && (
          <p className="text-muted">
            <Trans>Nobody was found</Trans>
          </p>
        )}
        <ul className="grid">
          {found.data?.customers.map(({ id, name, maskedEmail }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
              <span className="font-medium">{name}</span>
              <span className="break-all text-muted">{maskedEmail}</span>
              <Button
                tone="secondary"
                size="dense"
                className="ml-auto"
                busy={add.isPending && add.variables.userId === id}
                aria-label={t`Put in: ${name}`}
                onClick={() => put(id)}
              >
                <Trans>Put in</Trans>
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </form>
  );
}
