import { d, ellipse, faded, path, stroke } from "#pictures/pen.ts";
import { turned, type Profile } from "#pictures/shape.ts";
import { tube } from "./parts.ts";
import type { Template } from "./template.ts";

export const stool: Template = {
  noun: { ru: "Табурет", en: "stool", gender: 0 },
  closeUp: [-60, -360, 460],
  draw({ pen, tones, accent, rnd }) {
    const h = rnd.between(430, 490);
    const seat: Profile = [
      [188, -h - 8],
      [204, -h + 22],
      [198, -h + 54],
      [184, -h + 62],
    ];
    const leg = (side: number, foot: number, y: number) =>
      path(d`M${side * 110 - 19} ${-h + 60}H${side * 110 + 19}L${foot + 12} ${y}H${foot - 12}Z`, pen.round(tones));
    return {
      body:
        leg(-0.5, -88, -44) +
        leg(0.5, 88, -44) +
        stroke(d`M-150 -150C-90 -180 90 -180 150 -150`, [tones.dark, 15]) +
        leg(-1.2, -186, 0) +
        leg(1.2, 186, 0) +
        tube(d`M-166 -146C-90 -112 90 -112 166 -146`, 20, tones) +
        path(
          turned([
            [186, -h + 44],
            [180, -h + 78],
          ]),
          pen.round(tones),
        ) +
        path(turned(seat, 0.12), pen.round(accent)) +
        ellipse(
          [0, -h - 4, 186, 26],
          pen.aslant([
            [0, accent.glint],
            [1, accent.base],
          ]),
        ) +
        stroke(d`M-202 ${-h + 26}C-150 ${-h + 58} 150 ${-h + 58} 202 ${-h + 26}`, [accent.dark, 3], faded(0.5)),
      feet: [
        [-88, 12, -44],
        [88, 12, -44],
        [-186, 16],
        [186, 16],
      ],
    };
  },
};
