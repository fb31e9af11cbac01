import { box, d, ellipse, faded, path } from "#pictures/pen.ts";
import { slab } from "#pictures/shape.ts";
import { brass, grain } from "./parts.ts";
import type { Template } from "./template.ts";

export const cabinet: Template = {
  noun: { ru: "Тумба", en: "cabinet", gender: 1 },
  closeUp: [0, -330, 460],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["drawers", "niche"]) }) {
    const [w, h] = [rnd.between(220, 246), rnd.between(480, 540)];
    const leg = (side: number) =>
      path(
        d`M${side * (w - 62) - 18} -124H${side * (w - 62) + 18}L${side * (w - 34) + 9} 0H${side * (w - 34) - 9}Z`,
        pen.round(tones),
      );
    const drawer = (y: number, tall: number) =>
      path(slab([-w + 26, y], [w * 2 - 52, tall], 8), pen.flat(accent)) +
      path(d`M${-w + 26} ${y + tall - 3}h${w * 2 - 52}v5h${-w * 2 + 52}Z`, accent.deep, faded(0.4)) +
      ellipse([0, y + tall / 2, 17, 17], pen.bulb(brass));
    const half = (h - 178) / 2;
    const niche =
      box([-w + 26, -h + 46, w * 2 - 52, half - 6], tones.deep) +
      [-120, -92, -70, -36]
        .map((x, index) =>
          box(
            [x, -h + 46 + half - 6 - 96 - (index % 3) * 8, 24, 96 + (index % 3) * 8, 2],
            [accent.base, "#f3eadb", accent.dark, "#c8a86a"][index]!,
          ),
        )
        .join("") +
      path(d`M${-w + 26} ${-h + 46}h${w * 2 - 52}v24h${-w * 2 + 52}Z`, pen.fade("#000", 0.3));
    return {
      body:
        leg(-1) +
        leg(1) +
        path(slab([-w, -h + 14], [w * 2, h - 130], 12), pen.flat(tones)) +
        grain(rnd, [-w + 8, -h + 30, w - 8, -124], tones.dark) +
        (detail === "niche" ? niche : drawer(-h + 46, half - 6)) +
        drawer(-h + 46 + half + 6, half - 6) +
        path(d`M${-w - 4} ${-h + 24}L${-w + 26} ${-h - 8}H${w - 26}L${w + 4} ${-h + 24}Z`, tones.glint) +
        path(d`M${-w - 4} ${-h + 24}H${w + 4}V${-h + 36}H${-w - 4}Z`, tones.base),
      feet: [
        [-w + 34, 16],
        [w - 34, 16],
        [0, w - 30, -14],
      ],
    };
  },
};
