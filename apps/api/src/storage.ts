import type { FileStorage } from "@vitrina/domain/core";
import { createLocalStorage } from "#core/local-storage.ts";
import { createS3Storage } from "#core/s3-storage.ts";
import type { Env } from "#env.ts";

type Bucket = "S3_ENDPOINT" | "S3_BUCKET" | "S3_REGION" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY";
export type StorageEnv = Pick<Env, "MEDIA_DIR" | "UPLOADS_DIR"> & Partial<Pick<Env, Bucket>>;

/** The bucket of the configuration, or folders of this machine. */
export function storageOf(env: StorageEnv): FileStorage {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_REGION || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    return createLocalStorage({ media: env.MEDIA_DIR, imports: env.UPLOADS_DIR });
  return createS3Storage({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}
