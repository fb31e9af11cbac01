import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { draftsOf, type Media, type PictureDraft, picturesToSave, sentDraft } from "#admin/media-draft.ts";
import { MediaItem } from "#admin/media-item.tsx";
import { MediaUpload } from "#admin/media-upload.tsx";
import { useExplainMediaError } from "#admin/explain-media-error.ts";
import { moved } from "#admin/moved.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert, Outcome } from "#core/ui/states.tsx";

/** The pictures of a product: sent, put in order, told in words and given to variants; saved together. */
export function ProductMedia({ product: { id } }: { product: { id: string } }) {
  const found = useQuery(useApi().catalog.media.get.queryOptions({ productId: id }));
  const explain = useExplainMediaError();
  if (found.error) return <Alert>{explain(found.error)}</Alert>;
  if (!found.data) return <p className="text-muted">…</p>;
  return <MediaEditor key={id} media={found.data} />;
}

const MOST = 20;

function MediaEditor({ media }: { media: Media }) {
  const [base, setBase] = useState(media);
  const [drafts, setDrafts] = useState(() => draftsOf(media));
  const explain = useExplainMediaError();
  const save = useSave(base, (saved) => {
    setBase(saved);
    setDrafts(draftsOf(saved));
  });
  const put = (index: number, change: Partial<PictureDraft>) =>
    setDrafts((all) => all.map((draft, place) => (place === index ? { ...draft, ...change } : draft)));
  const add = (draft: PictureDraft) =>
    setDrafts((all) => (all.some(({ key }) => key === draft.key) ? all : [...all, draft]));
  const changed = JSON.stringify(picturesToSave(drafts)) !== JSON.stringify(picturesToSave(draftsOf(base)));
  return (
    <div className="grid gap-4">
      {drafts.length === 0 ? (
        <p className="text-muted">
          <Trans>No pictures yet. A product needs one to be published.</Trans>
        </p>
      ) : (
        <ol className="grid gap-4">
          {drafts.map((draft, index) => (
            <MediaItem
              key={draft.key}
              draft={draft}
              place={{ index, count: drafts.length }}
              variants={base.variants}
              onChange={(change) => put(index, change)}
              onMove={(from, to) => setDrafts((all) => moved(all, from, to))}
              onRemove={() => setDrafts((all) => all.toSpliced(index, 1))}
            />
          ))}
        </ol>
      )}
      {drafts.length < MOST && <MediaUpload onSent={(picture) => add(sentDraft(picture))} />}
      {save.error && <Alert>{explain(save.error)}</Alert>}
      {save.isSuccess && !changed && (
        <Outcome>
          <Trans>The pictures are saved.</Trans>
        </Outcome>
      )}
      <Button
        className="justify-self-start"
        busy={save.isPending}
        disabled={!changed}
        onClick={() => save.mutate(picturesToSave(drafts))}
      >
        <Trans>Save the pictures</Trans>
      </Button>
    </div>
  );
}

/** An edit of something else of the product is no conflict: then the pictures are still as they were seen. */
function useSave(base: Media, onSaved: (media: Media) => void) {
  const { media, products } = useApi().catalog;
  const queryClient = useQueryClient();
  const { mutationFn: send } = media.save.mutationOptions();
  return useMutation({
    async mutationFn(pictures: ReturnType<typeof picturesToSave>, context) {
      const { productId, version } = base;
      if (!send) throw new Error("the client has no way to save");
      try {
        return await send({ productId, version, pictures }, context);
      } catch (error) {
        if (refusalOf(error)?.code !== "core.stale-version") throw error;
        const now = await queryClient.fetchQuery({ ...media.get.queryOptions({ productId }), staleTime: 0 });
        if (JSON.stringify(now.pictures) !== JSON.stringify(base.pictures)) throw error;
        return send({ productId, version: now.version, pictures }, context);
      }
    },
    onSuccess(saved) {
      queryClient.setQueryData(media.get.queryKey({ productId: saved.productId }), saved);
      onSaved(saved);
      return queryClient.invalidateQueries({ queryKey: products.pathKey() });
    },
  });
}
