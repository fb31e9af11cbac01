import * as z from "zod";

export const Id = z.uuid();
export const Slug = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
export const Version = z.int().min(0).max(2_147_483_647);
export const Instant = z.iso.datetime();
