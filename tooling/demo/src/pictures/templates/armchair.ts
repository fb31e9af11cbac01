import { d, faded, group, path, stroke } from "#pictures/pen.ts";
import { slab } from "#pictures/shape.ts";
import { darkWood } from "./parts.ts";
import type { Template } from "./template.ts";

export const armchair: Template = {
  noun: { ru: "Кресло", en: "armchair", gender: 2 },
  closeUp: [-120, -330, 500],
  draw({ pen, tones, accent, rnd }) {
    const back = rnd.between(510, 570);
    const leg = (x: number) => path(d`M${x - 20} -92H${x + 20}L${x + 10} 0H${x - 10}Z`, pen.round(darkWood));
    const soft = pen.bulb(tones);
    const seam = (shape: string) => stroke(shape, [tones.dark, 3], faded(0.5));
    return {
      body:
        leg(-208) +
        leg(208) +
        path(slab([-232, -back], [464, back - 130], 96), pen.round(tones)) +
        path(slab([-232, -back], [464, back - 130], 96), pen.fade("#fff", 0.16)) +
        [-70, 70].map((x) => seam(d`M${x} ${-back + 22}Q${x * 1.08} ${-back + 140} ${x} -260`)).join("") +
        path(
          d`M-226 -196H226V-84Q0 -70 -226 -84Z`,
          pen.face({ ...tones, light: tones.shade, base: tones.shade, shade: tones.dark }),
        ) +
        path(slab([-206, -290], [412, 116], 44), soft) +
        seam(d`M-190 -196Q0 -182 190 -196`) +
        [-1, 1]
          .map(
            (side) =>
              path(slab([side > 0 ? 196 : -306, -352], [110, 272], 50), pen.round(tones)) +
              path(slab([side > 0 ? 206 : -296, -344], [90, 90], 44), pen.fade("#fff", 0.28)),
          )
          .join("") +
        group(
          path(slab([-96, -410], [180, 150], 34), pen.bulb(accent)) +
            stroke(d`M-82 -390Q-6 -376 70 -390`, [accent.dark, 3], faded(0.35)),
          { transform: "rotate(-5 0 -300)" },
        ),
      feet: [
        [-208, 30],
        [208, 30],
        [0, 210, -10],
      ],
    };
  },
};
