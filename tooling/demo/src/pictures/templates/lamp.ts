import { d, ellipse, faded, path, stroke } from "#pictures/pen.ts";
import { strip, turned, type Profile } from "#pictures/shape.ts";
import { brass, gloss, vessel } from "./parts.ts";
import type { Template } from "./template.ts";

export const lamp: Template = {
  noun: { ru: "Лампа", en: "lamp", gender: 1 },
  closeUp: [0, -440, 560],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["mushroom", "cone"]) }) {
    const mushroom = detail === "mushroom";
    const h = rnd.between(540, 600);
    const w = mushroom ? rnd.between(206, 232) : rnd.between(190, 216);
    const shade: Profile = mushroom
      ? [
          [w * 0.2, -h],
          [w * 0.48, -h + 22],
          [w * 0.74, -h + 64],
          [w * 0.92, -h + 118],
          [w, -h + 196],
        ]
      : [
          [w * 0.46, -h],
          [w, -h + 232],
        ];
    const foot: Profile = mushroom
      ? [
          [46, -h + 190],
          [52, -h * 0.4],
          [76, -80],
          [132, -20],
          [138, 0],
        ]
      : [
          [16, -h + 220],
          [18, -150],
          [64, -110],
          [104, -60],
          [96, -14],
          [80, 0],
        ];
    const rim = shade.at(-1)!;
    const glow = pen.spot([
      [0, "#ffe3a3", 0.75],
      [0.5, "#ffe9bd", 0.25],
      [1, "#fff0cf", 0],
    ]);
    return {
      body:
        ellipse([0, rim[1] + 40, w * 1.9, 250], glow) +
        vessel(pen, mushroom ? tones : accent, foot) +
        gloss(pen, foot, 0.36) +
        ellipse([0, rim[1], rim[0], rim[0] * 0.095], "#fff0c4") +
        path(turned(shade), pen.round(tones)) +
        path(
          turned(shade),
          pen.down([
            [0, "#fff", 0.12],
            [0.6, "#ffdc8f", 0.12],
            [1, "#ffe3a3", 0.5],
          ]),
        ) +
        (mushroom
          ? path(strip(shade, -0.74, -0.46), pen.glow(0.5))
          : [-0.7, -0.42, -0.14, 0.14, 0.42, 0.7]
              .map((x) => path(strip(shade, x - 0.012, x + 0.012), tones.dark, faded(0.16)))
              .join("")) +
        (mushroom
          ? ""
          : stroke(d`M${rim[0] * 0.4} ${rim[1] + 16}V${rim[1] + 96}`, [brass.shade, 4]) +
            ellipse([rim[0] * 0.4, rim[1] + 102, 9, 11], brass.base)),
      feet: [[0, foot.at(-1)![0]]],
    };
  },
};
