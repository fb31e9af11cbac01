import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useExplainImportError } from "#admin/explain-import-refusal.ts";
import { sendFile } from "#admin/send-file.ts";
import { useApi } from "#core/app.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

/** Sends a file and leads to its page. */
export function ImportUpload() {
  const { t } = useLingui();
  const explain = useExplainImportError();
  const [share, setShare] = useState(0);
  const send = useSend(setShare);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (file instanceof File && file.size > 0) send.mutate(file);
  };
  return (
    <form method="post" onSubmit={submit} className="grid max-w-xl gap-3 border-l-2 border-shelf py-2 pl-4">
      {send.error && <Alert>{explain(send.error)}</Alert>}
      <Field
        label={<Trans>File</Trans>}
        hint={<Trans>CSV from any spreadsheet, or lines of JSON, also packed with gzip; up to 1 GB.</Trans>}
      >
        {(control) => (
          <TextInput {...control} type="file" name="file" required accept=".csv,.jsonl,.gz,.txt" className="py-2.5" />
        )}
      </Field>
      {send.isPending && (
        <progress aria-label={t`Sending the file`} value={share} max={1} className="h-3 w-full accent-spruce" />
      )}
      <Button type="submit" busy={send.isPending} className="justify-self-start">
        <Trans>Send the file</Trans>
      </Button>
      <p className="text-sm text-muted">
        <Trans>Nothing changes yet: next you say what the columns mean, and the shop shows what would happen.</Trans>
      </p>
    </form>
  );
}

function useSend(onProgress: (share: number) => void) {
  const api = useApi();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    async mutationFn(file: File) {
      // Renews a session that ran out, which sending a file does not.
      await queryClient.fetchQuery({ ...api.auth.staff.rights.queryOptions(), staleTime: 0 });
      return sendFile<{ id: string }>(`/upload/import?name=${encodeURIComponent(file.name)}`, file, onProgress);
    },
    onSuccess: ({ id }) => navigate({ to: "/admin/imports/$id", params: { id } }),
  });
}
