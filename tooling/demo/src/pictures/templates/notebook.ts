import { box, d, ellipse, faded, path, stroke } from "#pictures/pen.ts";
import { slab } from "#pictures/shape.ts";
import { ebony, stitches } from "./parts.ts";
import type { Template } from "./template.ts";

export const notebook: Template = {
  noun: { ru: "Блокнот", en: "notebook", gender: 0 },
  closeUp: [-60, -300, 440],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["band", "rings"]) }) {
    const [w, h] = [rnd.between(380, 410), rnd.between(530, 570)];
    const [left, right] = [-w / 2, w / 2];
    const rings = Array.from({ length: 15 }, (_, row) => {
      const y = -h + 42 + (row * (h - 84)) / 14;
      return (
        ellipse([left + 26, y, 7, 7], ebony.deep) +
        stroke(d`M${left + 28} ${y}C${left + 8} ${y - 20} ${left - 28} ${y - 14} ${left - 14} ${y + 6}`, [
          "#8d8f95",
          6,
        ]) +
        stroke(d`M${left + 22} ${y - 5}C${left + 4} ${y - 18} ${left - 20} ${y - 12} ${left - 14} ${y}`, [
          "#e8eaee",
          2.4,
        ])
      );
    });
    return {
      body:
        path(slab([left + 14, -h + 8], [w + 4, h - 8], 16), "#e6ddca") +
        path(slab([left + 8, -h + 4], [w + 4, h - 4], 16), "#f8f3e8") +
        path(slab([left, -h], [w, h], 22), pen.flat(tones)) +
        path(d`M${left + 40} ${-h}h5V0h-5Z`, tones.deep, faded(0.28)) +
        (detail === "rings"
          ? rings.join("")
          : stitches(d`M${left + 20} ${-h + 26}H${right - 20}V-26H${left + 20}Z`, tones.glint) +
            path(
              d`M${right - 74} ${-h - 2}h30V2h-30Z`,
              pen.across([
                [0, accent.dark],
                [0.4, accent.light],
                [1, accent.dark],
              ]),
            ) +
            path(d`M-30 0v34l11 -10l11 10V0Z`, accent.base)) +
        box([-96, -h * 0.66, 190, 92, 6], "#fbf7ee") +
        stroke(d`M-70 ${-h * 0.66 + 36}H66M-70 ${-h * 0.66 + 62}H10`, [tones.dark, 7], faded(0.65)) +
        path(
          slab([left, -h], [w, h], 22),
          pen.aslant([
            [0, "#fff", 0.22],
            [0.5, "#fff", 0],
          ]),
        ),
      feet: [[6, w / 2]],
    };
  },
};
