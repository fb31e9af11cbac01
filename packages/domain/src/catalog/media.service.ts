import {
  type Audit,
  type Clock,
  type FileStorage,
  type NewId,
  NotFound,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import { MediaGone, MediaTooLarge } from "./catalog.errors.ts";
import { MAX_PICTURE_BYTES, type MediaChange, type ProductMedia, type UploadedPicture } from "./media.ts";
import type { MediaReader, MediaRepository, PictureMaker } from "./media.repository.ts";
import { PICTURE_WIDTHS } from "./product.ts";

/** How long an uploaded picture waits for a product, milliseconds: two days. */
const WAITS = 2 * 24 * 3600 * 1000;

interface Dependencies {
  media: MediaReader;
  transact: Transact<{ media: MediaRepository; audit: Audit }>;
  storage: FileStorage;
  maker: PictureMaker;
  clock: Clock;
  newId: NewId;
}

/** The pictures of products (CAT-05). */
export function createMediaService({ media, transact, storage, maker, clock, newId }: Dependencies) {
  const get = async (reader: MediaReader, productId: string): Promise<ProductMedia> => {
    const found = await reader.find(productId);
    if (!found) throw new NotFound({ what: "product" });
    return found;
  };

  return {
    /** @throws NotFound */
    get: (productId: string) => get(media, productId),

    /**
     * Takes a picture in: its files are written first, outside of any transaction, under a name made of its content, so
     * that twice is once. It belongs to no product yet. @throws MediaType @throws MediaTooLarge
     */
    async upload(actorId: string, content: AsyncIterable<Uint8Array>): Promise<UploadedPicture> {
      const { picture, files } = await maker.make(await bounded(content, MAX_PICTURE_BYTES));
      for (const { name, type, content } of files)
        await storage.write(name, once(content), { size: content.length, type });
      await transact(({ media }) => media.addUploaded(picture, { actorId, at: clock() }));
      return picture;
    },

    /** @throws NotFound @throws StaleVersion @throws MediaGone */
    save: (actorId: string, { productId, version, pictures }: MediaChange) =>
      transact(async (scope) => {
        const before = await scope.media.lock(productId);
        if (!before) throw new NotFound({ what: "product" });
        if (before.version !== version) throw new StaleVersion({ what: "product", current: before.version });
        const uploaded = await scope.media.uploaded(pictures.flatMap(({ location }) => location ?? []));
        const known = new Map(before.pictures.map((picture) => [picture.id, picture]));
        const fresh = new Map(uploaded.map((picture) => [picture.location, picture]));
        const variants = new Set(before.variants.map(({ id }) => id));
        const rows = pictures.map(({ id, location, alt, variantIds }) => {
          const own = id === undefined ? fresh.get(location ?? "") : known.get(id);
          if (!own || !variantIds.every((variantId) => variants.has(variantId))) throw new MediaGone({});
          const kind = "kind" in own ? own.kind : ("local" as const);
          const { width, height } = own;
          return { id: id ?? newId(), kind, location: own.location, alt, width, height, variantIds };
        });
        await scope.media.replace(productId, rows, clock());
        await scope.audit.record({
          action: "catalog.media-changed",
          actor: { kind: "user", id: actorId },
          subject: { kind: "product", id: productId },
          before: { pictures: before.pictures.map(shownInTrail) },
          after: { pictures: rows.map(shownInTrail) },
        });
        return get(scope.media, productId);
      }),

    /** Takes away uploads that no product wanted, at most `limit`; answers how many. */
    async sweep(limit: number): Promise<number> {
      const unused = await transact(({ media }) => media.takeUnused(new Date(clock().getTime() - WAITS), limit));
      for (const location of unused) for (const name of filesOf(location)) await storage.remove(name);
      return unused.length;
    },
  };
}
export type MediaService = ReturnType<typeof createMediaService>;

/** The names of a local picture's files. */
export const filesOf = (location: string): string[] =>
  Object.entries(PICTURE_WIDTHS).flatMap(([type, widths]) =>
    widths.map((width) => `media/${location}-${width}.${type}`),
  );

const shownInTrail = ({
  location,
  alt,
  variantIds,
}: Pick<ProductMedia["pictures"][number], "location" | "alt" | "variantIds">) => ({
  location,
  alt,
  variants: variantIds.length,
});

async function* once(content: Uint8Array) {
  yield content;
}

/** All of it; stops reading as soon as it is too long. */
async function bounded(content: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of content) {
    size += part.length;
    if (size > limit) throw new MediaTooLarge({ of: "bytes", limit });
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
