import { d, ellipse, faded, path, stroke } from "#pictures/pen.ts";
import { slab } from "#pictures/shape.ts";
import { ebony, steel, tube } from "./parts.ts";
import type { Template } from "./template.ts";

export const headphones: Template = {
  noun: { ru: "Наушники", en: "headphones", gender: 3 },
  closeUp: [170, -190, 420],
  draw({ pen, tones, accent, rnd }) {
    const [reach, h] = [rnd.between(190, 208), rnd.between(520, 570)];
    const arch = (inset: number) =>
      d`M${-reach + inset} -190C${-reach - 26 + inset} ${-h * 0.86} ${-reach * 0.5} ${-h + inset} 0 ${-h + inset}C${reach * 0.5} ${-h + inset} ${reach + 26 - inset} ${-h * 0.86} ${reach - inset} -190`;
    const cup = (side: number) => {
      const x = side * reach;
      return (
        path(slab([side > 0 ? x - 84 : x + 14, -270], [70, 244], 34), pen.round(ebony)) +
        path(slab([x - 46, -292], [92, 292], 46), pen.round(tones)) +
        path(
          slab([side > 0 ? x + 2 : x - 46, -268], [44, 244], 22),
          pen.round({ ...tones, base: tones.light, glint: tones.glint }),
        ) +
        ellipse([x + side * 24, -146, 9, 46], accent.base)
      );
    };
    return {
      body:
        tube(arch(26), 34, ebony) +
        tube(arch(0), 40, tones) +
        stroke(
          d`M${-reach * 0.78} ${-h * 0.79}C${-reach * 0.5} ${-h * 0.96} ${reach * 0.5} ${-h * 0.96} ${reach * 0.78} ${-h * 0.79}`,
          [accent.shade, 46],
        ) +
        stroke(
          d`M${-reach * 0.78} ${-h * 0.79 - 8}C${-reach * 0.5} ${-h * 0.96 - 10} ${reach * 0.5} ${-h * 0.96 - 10} ${reach * 0.78} ${-h * 0.79 - 8}`,
          [accent.light, 18],
          faded(0.8),
        ) +
        [-1, 1].map((side) => tube(d`M${side * (reach + 2)} -330V-210`, 22, steel)).join("") +
        cup(-1) +
        cup(1),
      feet: [
        [-reach, 46],
        [reach, 46],
      ],
    };
  },
};
