import { demoHero } from "./hero.ts";
import { renderDrawings, type RenderOptions } from "./pictures/render.ts";
import { pictureSvg, SIDE } from "./pictures/scene.ts";
import { demoProducts } from "./products.ts";

export { demoAttributes } from "./attributes.ts";
export { demoCategories } from "./categories.ts";
export type * from "./demo.ts";
export { demoHero, type Hero } from "./hero.ts";
export type { Localized } from "./localized.ts";
export type { Picture, View } from "./pictures/picture.ts";
export { pictureSvg } from "./pictures/scene.ts";
export { demoProducts } from "./products.ts";
export { demoPromotions } from "./promotions.ts";
export { demoReviews } from "./reviews.ts";

/** Product pictures are squares of this many pixels. */
export const PICTURE_SIDE = SIDE;
export const PICTURE_FILES = { webp: [320, 640, 1200], avif: [320, 640] } as const;

/** Draws every product picture and hero into `outDir`; files that are there already stay as they are. */
export const renderPictures = (options: RenderOptions): Promise<void> =>
  renderDrawings(
    [
      ...demoHero.map((hero) => ({ ...hero, keepSvg: true })),
      ...demoProducts
        .flatMap(({ pictures }) => pictures)
        .map((picture) => ({ key: picture.key, svg: () => pictureSvg(picture), files: PICTURE_FILES })),
    ],
    options,
  );
