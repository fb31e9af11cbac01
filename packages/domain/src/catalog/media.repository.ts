import type { ProductMedia, UploadedPicture } from "./media.ts";

/** Makes the shop's own files of a picture: every width and format, without what the camera wrote beside the picture. */
export interface PictureMaker {
  /** @throws MediaType @throws MediaTooLarge */
  make(bytes: Uint8Array): Promise<MadePicture>;
}
export interface MadePicture {
  picture: UploadedPicture;
  files: { name: string; type: string; content: Uint8Array }[];
}

export interface MediaReader {
  find(productId: string): Promise<ProductMedia | null>;
  /** Those of the uploaded pictures that are known. */
  uploaded(locations: readonly string[]): Promise<UploadedPicture[]>;
}

export type MediaRow = Pick<ProductMedia["pictures"][number], "id" | "kind" | "location" | "alt" | "width" | "height">;

export interface MediaRepository extends MediaReader {
  /** The product, until the end of the transaction. */
  lock(productId: string): Promise<ProductMedia | null>;
  addUploaded(picture: UploadedPicture, by: { actorId: string; at: Date }): Promise<void>;
  /** These and no others, in this order; the product's version is one more. */
  replace(productId: string, pictures: readonly (MediaRow & { variantIds: string[] })[], at: Date): Promise<void>;
  /** Forgets pictures that were uploaded before then and belong to no product; answers their locations. */
  takeUnused(before: Date, limit: number): Promise<string[]>;
}
