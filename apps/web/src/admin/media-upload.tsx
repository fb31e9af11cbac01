import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ChangeEvent, useState } from "react";
import { useExplainMediaError } from "#admin/explain-media-error.ts";
import type { SentPicture } from "#admin/media-draft.ts";
import { sendFile } from "#admin/send-file.ts";
import { useApi } from "#core/app.ts";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

/** Sends pictures one after the other; each is there as soon as it has come. */
export function MediaUpload({ onSent }: { onSent: (picture: SentPicture) => void }) {
  const { t } = useLingui();
  const explain = useExplainMediaError();
  const [share, setShare] = useState(0);
  const send = useSendPictures(onSent, setShare);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = "";
    if (files.length > 0 && !send.isPending) send.mutate(files);
  };
  return (
    <div className="grid max-w-xl gap-2">
      {send.error && <Alert>{explain(send.error)}</Alert>}
      <Field
        label={<Trans>Add pictures</Trans>}
        hint={
          <Trans>JPEG, PNG, WebP or AVIF, up to 20 MB each; square ones look best. The shop makes its own sizes.</Trans>
        }
      >
        {(control) => (
          <TextInput
            {...control}
            type="file"
            multiple
            accept="image/jpeg,image/png,image/webp,image/avif"
            aria-busy={send.isPending || undefined}
            onChange={choose}
            className="py-2.5"
          />
        )}
      </Field>
      {send.isPending && (
        <progress aria-label={t`Sending pictures`} value={share} max={1} className="h-3 w-full accent-spruce" />
      )}
    </div>
  );
}

function useSendPictures(onSent: (picture: SentPicture) => void, onProgress: (share: number) => void) {
  const api = useApi();
  const queryClient = useQueryClient();
  return useMutation({
    async mutationFn(files: File[]) {
      // Renews a session that ran out, which sending a file does not.
      await queryClient.fetchQuery({ ...api.auth.staff.rights.queryOptions(), staleTime: 0 });
      for (const [index, file] of files.entries())
        onSent(
          await sendFile<SentPicture>("/upload/picture", file, (share) => onProgress((index + share) / files.length)),
        );
    },
  });
}
