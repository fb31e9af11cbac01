import { box, d, ellipse, faded, group, path, stroke } from "#pictures/pen.ts";
import { brass, stitches, tube } from "./parts.ts";
import type { Template } from "./template.ts";

export const tote: Template = {
  noun: { ru: "Сумка", en: "bag", gender: 1 },
  nouns: { print: { ru: "Шопер", en: "tote", gender: 0 } },
  closeUp: [0, -220, 480],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["print", "leather"]) }) {
    const [w, h] = [rnd.between(226, 250), rnd.between(410, 450)];
    const body = d`M${-w + 14} ${-h}Q0 ${-h + 12} ${w - 14} ${-h}L${w + 8} -34Q${w + 8} -2 ${w - 26} -2H${-w + 26}Q${-w - 8} -2 ${-w - 8} -34Z`;
    const handle = (y: number) => d`M-108 ${-h + y}C-112 ${-h - 196 + y} 112 ${-h - 196 + y} 108 ${-h + y}`;
    const art =
      detail === "print"
        ? ellipse([0, -h * 0.46, 104, 104], accent.base) +
          path(
            d`M-104 ${-h * 0.44}C-50 ${-h * 0.52} 30 ${-h * 0.36} 104 ${-h * 0.46}A104 104 0 0 1 -104 ${-h * 0.44}Z`,
            accent.dark,
          ) +
          stroke(d`M-60 ${-h * 0.14}H60`, [accent.dark, 9])
        : path(
            d`M${-w + 8} ${-h + 4}Q0 ${-h + 14} ${w - 8} ${-h + 4}L${w - 20} ${-h * 0.5}Q0 ${-h * 0.36} ${-w + 20} ${-h * 0.5}Z`,
            pen.face(tones),
          ) +
          stitches(d`M${-w + 32} ${-h * 0.52}Q0 ${-h * 0.4} ${w - 32} ${-h * 0.52}`, tones.glint) +
          box([-24, -h * 0.5, 48, 56, 10], pen.face(brass)) +
          box([-11, -h * 0.5 + 16, 22, 26, 5], brass.dark);
    return {
      body:
        stroke(handle(-16), [detail === "print" ? tones.dark : tones.deep, 22]) +
        path(d`M${-w + 20} ${-h + 2}Q0 ${-h - 18} ${w - 20} ${-h + 2}Q0 ${-h + 14} ${-w + 20} ${-h + 2}Z`, tones.deep) +
        path(
          body,
          pen.across([
            [0, tones.base],
            [0.2, tones.glint],
            [0.5, tones.base],
            [1, tones.shade],
          ]),
        ) +
        path(
          body,
          pen.down([
            [0.6, tones.deep, 0],
            [1, tones.deep, 0.26],
          ]),
        ) +
        stroke(
          d`M${-w * 0.6} ${-h + 30}C${-w * 0.7} ${-h * 0.6} ${-w * 0.72} ${-h * 0.3} ${-w * 0.82} -30M${w * 0.66} ${-h + 30}C${w * 0.7} ${-h * 0.6} ${w * 0.74} ${-h * 0.3} ${w * 0.86} -30`,
          [tones.dark, 5],
          faded(0.22),
        ) +
        group(art, faded(0.94)) +
        tube(handle(22), 24, detail === "print" ? tones : { ...tones, base: tones.shade }) +
        [-108, 108]
          .map(
            (x) =>
              box([x - 17, -h + 14, 34, 62, 5], tones.shade) +
              stitches(d`M${x - 9} ${-h + 24}h18v42h-18Z`, tones.glint),
          )
          .join(""),
      feet: [[0, w - 16]],
    };
  },
};
