import type { inferOutput } from "@trpc/tanstack-react-query";
import { filled } from "#admin/product-form.ts";
import type { LocalizedText } from "#core/texts.ts";
import type { Api } from "#core/api.ts";

export type Media = inferOutput<Api["catalog"]["media"]["get"]>;

/** What the shop answers to a picture that was sent. */
export interface SentPicture {
  location: string;
  width: number;
  height: number;
}

/** A picture as it is being arranged; one that was only sent has no id yet. */
export interface PictureDraft {
  key: string;
  id: string | null;
  kind: "local" | "remote";
  location: string;
  width: number;
  height: number;
  alt: LocalizedText;
  variantIds: string[];
}

export const draftsOf = ({ pictures }: Media): PictureDraft[] =>
  pictures.map((picture) => ({ ...picture, key: picture.id }));

export const sentDraft = (picture: SentPicture): PictureDraft => ({
  ...picture,
  key: picture.location,
  id: null,
  kind: "local",
  alt: {},
  variantIds: [],
});

/** As the shop takes them; a variant is shown by the first picture that names it. */
export function picturesToSave(drafts: readonly PictureDraft[]) {
  const shown = new Set<string>();
  return drafts.map(({ id, location, alt, variantIds }) => {
    const own = variantIds.filter((variantId) => !shown.has(variantId));
    for (const variantId of own) shown.add(variantId);
    return { ...(id === null ? { location } : { id }), alt: filled(alt), variantIds: own };
  });
}
