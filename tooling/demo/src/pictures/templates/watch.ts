import { box, d, ellipse, faded, path, stroke } from "#pictures/pen.ts";
import { ebony, steel } from "./parts.ts";
import type { Template } from "./template.ts";

export const watch: Template = {
  noun: { ru: "Часы", en: "watch", gender: 3 },
  closeUp: [0, -300, 400],
  draw({ pen, tones, accent, rnd }) {
    const [r, cy] = [rnd.between(136, 148), -310];
    const strap = (up: number) =>
      d`M${-r * 0.62} ${cy}L${-r * 0.5} ${cy + up * 232}Q${-r * 0.46} ${cy + up * 308} 0 ${cy + up * 310}Q${r * 0.46} ${cy + up * 308} ${r * 0.5} ${cy + up * 232}L${r * 0.62} ${cy}Z`;
    const stitching = (up: number) =>
      stroke(
        d`M${-r * 0.46} ${cy + up * 150}L${-r * 0.4} ${cy + up * 268}M${r * 0.46} ${cy + up * 150}L${r * 0.4} ${cy + up * 268}`,
        [tones.glint, 4],
        { "stroke-dasharray": "10 9", ...faded(0.7) },
      );
    const marks = Array.from({ length: 12 }, (_, hour) => {
      const [sin, cos] = [Math.sin((hour * Math.PI) / 6), Math.cos((hour * Math.PI) / 6)];
      return stroke(d`M${sin * r * 0.64} ${cy - cos * r * 0.64}L${sin * r * 0.76} ${cy - cos * r * 0.76}`, [
        ebony.base,
        hour % 3 ? 4 : 8,
      ]);
    });
    return {
      body:
        path(strap(-1), pen.round(tones)) +
        path(strap(1), pen.round(tones)) +
        stitching(-1) +
        stitching(1) +
        [0, 1, 2, 3].map((hole) => ellipse([0, cy + 190 + hole * 27, 6, 6], tones.deep)).join("") +
        box([r - 6, cy - 20, 30, 40, 8], pen.face(steel)) +
        ellipse(
          [0, cy, r, r],
          pen.aslant([
            [0, steel.glint],
            [0.5, steel.base],
            [1, steel.dark],
          ]),
        ) +
        ellipse(
          [0, cy, r * 0.88, r * 0.88],
          pen.aslant([
            [0, steel.dark],
            [1, steel.glint],
          ]),
        ) +
        ellipse(
          [0, cy, r * 0.84, r * 0.84],
          pen.ball([
            [0, accent.glint],
            [0.8, accent.light],
            [1, accent.base],
          ]),
        ) +
        marks.join("") +
        stroke(d`M0 ${cy}L${-r * 0.34} ${cy - r * 0.24}`, [ebony.deep, 10]) +
        stroke(d`M0 ${cy}L${r * 0.42} ${cy - r * 0.4}`, [ebony.deep, 7]) +
        stroke(d`M0 ${cy + 24}L0 ${cy - r * 0.64}`, ["#c2452d", 3]) +
        ellipse([0, cy, 9, 9], "#c2452d") +
        path(
          d`M${-r * 0.6} ${cy - r * 0.3}A${r * 0.7} ${r * 0.7} 0 0 1 ${r * 0.1} ${cy - r * 0.7}Q${-r * 0.36} ${cy - r * 0.36} ${-r * 0.6} ${cy - r * 0.3}Z`,
          "#fff",
          faded(0.5),
        ),
      feet: [[0, r * 0.5]],
    };
  },
};
