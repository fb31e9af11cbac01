import { createHash } from "node:crypto";
import { MAX_PIXELS, MediaTooLarge, MediaType, PICTURE_WIDTHS, type PictureMaker } from "@vitrina/domain/catalog";
import sharp, { type Metadata, type Sharp } from "sharp";
import { createAdmission } from "#core/admission.ts";

/** Part of each name: raise it when the files are made otherwise. */
const MAKING = "1";
const QUALITY = {
  webp: { quality: 82, effort: 4 },
  avif: { quality: 50, effort: 3, chromaSubsampling: "4:2:0" },
} as const;

/** What a file is by its first bytes; whatever else it may be as well is lost when its pixels are written anew (T-28). */
function formatOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  if (start.startsWith("\xff\xd8\xff")) return "jpeg";
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return "webp";
  return /^ftyp(?:avif|avis|mif1)/.test(start.slice(4)) ? "heif" : undefined;
}

/** Makes pictures one after the other: decoding one takes up to a few hundred megabytes. */
export function createSharpPictureMaker(): PictureMaker {
  const admit = createAdmission(1);
  return {
    async make(bytes) {
      const format = formatOf(bytes);
      if (!format) throw new MediaType({});
      return admit(() => makeFiles(bytes, format), { known: true });
    },
  };
}

async function makeFiles(bytes: Uint8Array, format: string): ReturnType<PictureMaker["make"]> {
  const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", pages: 1, sequentialRead: true });
  const metadata: Metadata = await source.metadata().catch(refuse);
  if (metadata.format !== format) throw new MediaType({});
  if (metadata.width * metadata.height > MAX_PIXELS) throw new MediaTooLarge({ of: "pixels", limit: MAX_PIXELS });
  const [largest] = PICTURE_WIDTHS.webp.toSorted((left, right) => right - left);
  // Upright, in sRGB and without metadata, which sharp leaves out unless it is told to keep it.
  const { data, info } = await source
    .autoOrient()
    .toColourspace("srgb")
    .resize({ width: largest ?? 1_200, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(refuse);
  const pixels = () => sharp(data, { raw: info });
  const hash = createHash("sha256").update(MAKING).update(bytes).digest("hex").slice(0, 40);
  const location = `up-${hash}`;
  const { dominant } = await pixels().stats();
  const colour = `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  const files = [
    ...PICTURE_WIDTHS.webp.map((width) => ({ width, type: "webp" as const })),
    ...PICTURE_WIDTHS.avif.map((width) => ({ width, type: "avif" as const })),
  ].map(async ({ width, type }) => ({
    name: `media/${location}-${width}.${type}`,
    type: `image/${type}`,
    content: await encoded(pixels().resize({ width, withoutEnlargement: true }), type),
  }));
  return { picture: { location, width: info.width, height: info.height, colour }, files: await Promise.all(files) };
}

const encoded = (picture: Sharp, type: keyof typeof QUALITY): Promise<Uint8Array> =>
  picture[type](QUALITY[type]).toBuffer();

/** What cannot be decoded is no picture, and one beyond the limit of pixels is not decoded at all. */
function refuse(error: Error): never {
  if (/pixel limit/i.test(error.message)) throw new MediaTooLarge({ of: "pixels", limit: MAX_PIXELS });
  throw new MediaType({});
}
