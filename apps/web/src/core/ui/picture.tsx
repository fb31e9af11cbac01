import clsx from "clsx";
import { type ComponentProps, useState } from "react";
import { type LocalizedText, useLocalized } from "#core/texts.ts";

/** `local` pictures exist as `/media/<location>-<width>.<type>`, `remote` ones at the address `location`. */
export interface PictureSource {
  kind: "local" | "remote";
  location: string;
  alt: LocalizedText;
  width: number;
  height: number;
}

/** The widths that the shop makes of every local picture, in pixels. */
const WIDTHS = { avif: [320, 640], webp: [320, 640, 1200] };

const sources = (location: string, type: keyof typeof WIDTHS): string =>
  WIDTHS[type].map((width) => `/media/${location}-${width}.${type} ${width}w`).join(", ");

export const pictureAddress = ({ kind, location }: Pick<PictureSource, "kind" | "location">): string =>
  kind === "local" ? `/media/${location}-1200.webp` : location;

interface PictureProps {
  picture: PictureSource | null;
  /** How wide it is shown, as the `sizes` attribute. */
  sizes: string;
  /** Beside its name a picture says nothing new. */
  decorative?: boolean;
  /** Shown wider than the largest AVIF. */
  large?: boolean;
  /** The first thing a visitor sees: loaded at once. */
  eager?: boolean;
  className?: string;
}

/** A square product picture; without one, the empty shelf. */
export function Picture({ picture, sizes, decorative = false, large = false, eager = false, className }: PictureProps) {
  const localized = useLocalized();
  const look = clsx("picture aspect-square", className);
  if (!picture) return <div aria-hidden className={look} />;

  const alt = decorative ? "" : localized(picture.alt);
  const shared = {
    width: picture.width,
    height: picture.height,
    className: look,
    ...(eager ? { fetchPriority: "high" as const } : { loading: "lazy" as const, decoding: "async" as const }),
  };
  if (picture.kind === "remote") return <RemotePicture src={picture.location} alt={alt} {...shared} />;
  return (
    <picture>
      {!large && <source type="image/avif" srcSet={sources(picture.location, "avif")} sizes={sizes} />}
      <img
        srcSet={sources(picture.location, "webp")}
        src={pictureAddress(picture)}
        alt={alt}
        sizes={sizes}
        {...shared}
      />
    </picture>
  );
}

/** A merchant's picture may be gone; then the shelf stands empty, also when it failed before this script ran. */
function RemotePicture({ alt, className, ...rest }: ComponentProps<"img">) {
  const [gone, setGone] = useState(false);
  if (gone) return <div aria-hidden className={className} />;
  return (
    <img
      ref={(image) => {
        if (image?.complete && image.naturalWidth === 0) setGone(true);
      }}
      alt={alt}
      className={className}
      referrerPolicy="no-referrer"
      onError={() => setGone(true)}
      {...rest}
    />
  );
}
