import { d, ellipse, faded, path, stroke } from "#pictures/pen.ts";
import { ink, wood } from "./parts.ts";
import type { Template } from "./template.ts";

export const clock: Template = {
  noun: { ru: "Часы", en: "clock", gender: 3 },
  closeUp: [0, -290, 440],
  draw({ pen, tones, accent, rnd }) {
    const r = rnd.between(232, 258);
    const cy = -r - 34;
    const marks = Array.from({ length: 12 }, (_, hour) => {
      const angle = (hour * Math.PI) / 6;
      const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
      const inner = r * (hour % 3 === 0 ? 0.64 : 0.7);
      return stroke(d`M${sin * inner} ${cy - cos * inner}L${sin * r * 0.76} ${cy - cos * r * 0.76}`, [
        ink,
        hour % 3 === 0 ? 11 : 6,
      ]);
    });
    const hand = (minutes: number, length: number) =>
      d`M${-Math.sin(minutes) * r * 0.1} ${cy + Math.cos(minutes) * r * 0.1}L${Math.sin(minutes) * r * length} ${cy - Math.cos(minutes) * r * length}`;
    return {
      body:
        [-1, 1]
          .map((side) =>
            path(d`M${side * 96} ${-70}L${side * 150} ${-70}L${side * 140} 0H${side * 122}Z`, pen.round(wood)),
          )
          .join("") +
        ellipse(
          [0, cy, r, r],
          pen.aslant([
            [0, tones.glint],
            [0.45, tones.base],
            [1, tones.dark],
          ]),
        ) +
        ellipse(
          [0, cy, r * 0.87, r * 0.87],
          pen.aslant([
            [0, tones.dark],
            [1, tones.light],
          ]),
        ) +
        ellipse(
          [0, cy, r * 0.84, r * 0.84],
          pen.ball([
            [0, "#fffdf8"],
            [0.75, "#f6f1e7"],
            [1, "#e4dccb"],
          ]),
        ) +
        marks.join("") +
        stroke(hand(5.3, 0.42), [ink, 14]) +
        stroke(hand(1.05, 0.62), [ink, 9]) +
        stroke(hand(3.5, 0.66), [accent.base, 4]) +
        ellipse([0, cy, 13, 13], accent.base) +
        path(
          d`M${-r * 0.62} ${cy - r * 0.42}A${r * 0.76} ${r * 0.76} 0 0 1 ${r * 0.1} ${cy - r * 0.74}C${-r * 0.2} ${cy - r * 0.6} ${-r * 0.4} ${cy - r * 0.3} ${-r * 0.62} ${cy - r * 0.42}Z`,
          "#fff",
          faded(0.5),
        ),
      feet: [
        [-131, 16],
        [131, 16],
      ],
    };
  },
};
