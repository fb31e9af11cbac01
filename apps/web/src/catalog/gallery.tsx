import { Plural, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Picture, type PictureSource } from "#core/ui/picture.tsx";

const SHOWN = 8;
const THUMB = "block size-14 cursor-pointer border-b-2 border-transparent aria-pressed:border-ink lg:size-18";

interface GalleryProps {
  pictures: PictureSource[];
  /** Of the chosen variant. */
  first: number;
}

/** The main picture with its thumbnails at every width; without JavaScript the variant's picture stands still. */
export function Gallery({ pictures, first }: GalleryProps) {
  const { t } = useLingui();
  const [picked, setPicked] = useState({ first, index: first });
  const index = picked.first === first ? picked.index : first;
  const current = pictures[index] ?? pictures[0] ?? null;
  const hidden = pictures.length - SHOWN;
  const thumb = (picture: PictureSource, each: number) => (
    <li key={picture.location}>
      <button
        type="button"
        aria-label={t`Picture ${{ number: each + 1 }}`}
        aria-pressed={each === index}
        className={THUMB}
        onClick={() => setPicked({ first, index: each })}
      >
        <Picture picture={picture} decorative sizes="72px" />
      </button>
    </li>
  );

  return (
    <div className="grid gap-2">
      <Picture picture={current} eager large sizes="(min-width: 80rem) 700px, (min-width: 48rem) 60vw, 100vw" />
      {pictures.length > 1 && (
        <ul aria-label={t`Pictures`} className="flex flex-wrap gap-2">
          {pictures.slice(0, SHOWN).map(thumb)}
        </ul>
      )}
      {hidden > 0 && (
        <details>
          <summary className="inline-flex size-14 cursor-pointer items-center justify-center border border-edge text-sm hover:bg-linen lg:size-18">
            <span aria-hidden>+{hidden}</span>
            <span className="sr-only">
              <Plural value={hidden} one="# more picture" other="# more pictures" />
            </span>
          </summary>
          <ul aria-label={t`More pictures`} className="flex flex-wrap gap-2 pt-2">
            {pictures.slice(SHOWN).map((picture, each) => thumb(picture, SHOWN + each))}
          </ul>
        </details>
      )}
    </div>
  );
}
