import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useExplainStaffRefusal } from "#admin/explain-staff-refusal.ts";
import { formatMoment } from "#admin/format-moment.ts";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextArea } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";

/** What the shop's people wrote down about somebody. */
export const notesAbout = (api: Api, id: string) =>
  api.users.customers.notes.infiniteQueryOptions(
    { id },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );

/** Notes about a customer, the newest first; `editable` for whoever may add one. */
export function CustomerNotes({ userId, editable }: { userId: string; editable: boolean }) {
  const locale = useLocale();
  const pages = useSuspenseInfiniteQuery(notesAbout(useApi(), userId));
  const notes = pages.data.pages.flatMap((page) => page.notes);
  return (
    <section className="grid gap-2">
      <h2 className="text-h3">
        <Trans>Notes</Trans>
      </h2>
      <p className="text-muted">
        <Trans>Only the people who work here see them; the customer does not.</Trans>
      </p>
      {editable && <NewNote userId={userId} />}
      {notes.length > 0 && (
        <ul className="grid">
          {notes.map(({ id, text, authorName, createdAt }) => (
            <li key={id} className="grid gap-1 border-b border-line py-2">
              <p className="max-w-prose break-words whitespace-pre-line">{text}</p>
              <p className="text-muted">
                {authorName ?? <Trans>Somebody who is gone</Trans>} · {formatMoment(locale, createdAt)}
              </p>
            </li>
          ))}
        </ul>
      )}
      <ShowMore pages={pages} />
    </section>
  );
}

/** Adds a note; it cannot be edited afterwards, so the form says so. */
function NewNote({ userId }: { userId: string }) {
  const {
    core,
    users: { customers },
  } = useApi();
  const queryClient = useQueryClient();
  const explain = useExplainStaffRefusal();
  const add = useMutation(customers.addNote.mutationOptions());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    add.mutate(
      { id: userId, text: typedIn(form)("text") },
      {
        onSuccess: () => {
          form.reset();
          void queryClient.invalidateQueries({ queryKey: customers.notes.pathKey() });
          void queryClient.invalidateQueries({ queryKey: core.audit.pathKey() });
        },
      },
    );
  };
  return (
    <form method="post" onSubmit={submit} className="grid max-w-prose gap-2">
      {add.error && <Alert>{explain(refusalOf(add.error))}</Alert>}
      <Field label={<Trans>New note</Trans>} hint={<Trans>It stays as it is, with your name and the time.</Trans>}>
        {(control) => <TextArea {...control} name="text" rows={3} required maxLength={2000} autoComplete="off" />}
      </Field>
      <Button type="submit" tone="secondary" className="justify-self-start" busy={add.isPending}>
        <Trans>Keep the note</Trans>
      </Button>
    </form>
  );
}
