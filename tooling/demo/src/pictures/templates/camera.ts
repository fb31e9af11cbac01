import { box, d, ellipse, faded, path, stroke } from "#pictures/pen.ts";
import { slab } from "#pictures/shape.ts";
import { ebony, steel } from "./parts.ts";
import type { Template } from "./template.ts";

export const camera: Template = {
  noun: { ru: "Фотоаппарат", en: "camera", gender: 0 },
  closeUp: [0, -200, 440],
  draw({ pen, tones, accent, rnd }) {
    const [w, h] = [rnd.between(280, 300), rnd.between(350, 380)];
    return {
      body:
        box([-w + 60, -h - 26, 92, 34, 8], pen.round(steel)) +
        box([w - 150, -h - 36, 66, 44, 10], pen.round(accent)) +
        path(
          d`M-100 ${-h + 12}L-72 ${-h - 62}Q-66 ${-h - 74} -50 ${-h - 74}H50Q66 ${-h - 74} 72 ${-h - 62}L100 ${-h + 12}Z`,
          pen.face(steel),
        ) +
        box(
          [-50, -h - 56, 100, 42, 8],
          pen.aslant([
            [0, "#fffbe9"],
            [1, "#cfc8b4"],
          ]),
        ) +
        path(slab([-w, -h], [w * 2, h], 42), pen.face(steel)) +
        path(d`M${-w} ${-h + 66}H${w}V-58H${-w}Z`, pen.flat(tones)) +
        stroke(d`M${-w} ${-h + 66}H${w}M${-w} -58H${w}`, [tones.deep, 3], faded(0.4)) +
        [186, 164, 150, 112]
          .map((r, ring) =>
            ellipse(
              [0, -h * 0.47, r * 0.92, r * 0.92],
              pen.aslant([
                [0, [steel.glint, ebony.light, ebony.deep, ebony.light][ring]!],
                [1, [steel.dark, ebony.deep, ebony.light, "#0b0d14"][ring]!],
              ]),
            ),
          )
          .join("") +
        ellipse(
          [0, -h * 0.47, 88, 88],
          pen.ball([
            [0, "#7f93c4"],
            [0.4, "#39456e"],
            [1, "#0a0c14"],
          ]),
        ) +
        ellipse([-30, -h * 0.47 - 34, 25, 17], "#fff", {
          transform: d`rotate(-34 -30 ${-h * 0.47 - 34})`,
          ...faded(0.65),
        }) +
        ellipse([34, -h * 0.47 + 36, 12, 8], "#b9a4ff", faded(0.5)) +
        ellipse([w - 56, -h + 34, 13, 13], accent.base),
      feet: [[0, w - 20]],
    };
  },
};
