import { createHash } from "node:crypto";
import type { Picture } from "./picture.ts";
import { pictureSvg } from "./scene.ts";

const textHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 10);

/** The name of a picture and the hash of its SVG text: a redrawn picture has a new key, so files never change. */
export const pictureKey = (name: string, picture: Omit<Picture, "key" | "alt">) =>
  `${name}-${textHash(pictureSvg(picture))}`;
