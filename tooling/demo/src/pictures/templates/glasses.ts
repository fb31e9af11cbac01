import { d, ellipse, faded, group, path, stroke } from "#pictures/pen.ts";
import { slab } from "#pictures/shape.ts";
import { brass, tube } from "./parts.ts";
import type { Template } from "./template.ts";

export const glasses: Template = {
  noun: { ru: "Очки", en: "sunglasses", gender: 3 },
  closeUp: [-140, -110, 380],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["round", "square"]) }) {
    const corner = detail === "round" ? 104 : 56;
    const lens = (side: number) => slab([side > 0 ? 44 : -284, -236], [240, 226], corner);
    const glass = pen.down([
      [0, accent.deep, 0.92],
      [0.6, accent.shade, 0.8],
      [1, accent.light, 0.72],
    ]);
    return {
      body:
        [-1, 1]
          .map((side) =>
            tube(d`M${side * 282} -176C${side * 318} -166 ${side * 312} -60 ${side * 268} -20`, 16, {
              ...tones,
              base: tones.shade,
            }),
          )
          .join("") +
        tube(d`M-52 -160Q0 -206 52 -160`, 24, tones) +
        [-1, 1]
          .map(
            (side) =>
              path(lens(side), glass) +
              path(
                d`M${side > 0 ? 70 : -258} -70L${side > 0 ? 160 : -168} -226h50L${side > 0 ? 110 : -218} -30Z`,
                "#fff",
                { ...faded(0.2), "clip-path": pen.clip(lens(side)) },
              ) +
              stroke(lens(side), [tones.dark, 24]) +
              group(stroke(lens(side), [tones.base, 16]), { transform: "translate(-1.5 -2)" }) +
              group(stroke(lens(side), [tones.glint, 4]), { transform: "translate(-3 -6)", ...faded(0.7) }),
          )
          .join("") +
        [-1, 1].map((side) => ellipse([side * 274, -188, 6, 6], brass.light)).join(""),
      feet: [
        [-164, 90],
        [164, 90],
      ],
    };
  },
};
