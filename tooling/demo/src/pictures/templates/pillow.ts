import { d, faded, group, path, stroke } from "#pictures/pen.ts";
import type { Template } from "./template.ts";

export const pillow: Template = {
  noun: { ru: "Подушка", en: "cushion", gender: 1 },
  closeUp: [-100, -330, 480],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["plain", "stripes", "checks"]) }) {
    const w = rnd.between(268, 292);
    const h = w * 1.82;
    const shape = d`M${-w} ${-h}C${-w * 0.4} ${-h + 34} ${w * 0.4} ${-h + 34} ${w} ${-h}C${w - 30} ${-h * 0.7} ${w - 30} ${-h * 0.3} ${w - 6} ${-8}C${w * 0.4} 8 ${-w * 0.4} 8 ${-w + 6} ${-8}C${-w + 30} ${-h * 0.3} ${-w + 30} ${-h * 0.7} ${-w} ${-h}Z`;
    const lines = Array.from({ length: 9 }, (_, index) => {
      const x = -w + 30 + index * (w / 4.2);
      return stroke(d`M${x} ${-h}C${x * 1.12} ${-h * 0.7} ${x * 1.12} ${-h * 0.3} ${x} 0`, [
        accent.base,
        index % 2 ? 7 : 20,
      ]);
    });
    const rows = Array.from({ length: 9 }, (_, index) => {
      const y = -h + 20 + index * (h / 8.4);
      return stroke(d`M${-w} ${y}Q0 ${y + (y + h / 2) * 0.12} ${w} ${y}`, [accent.base, index % 2 ? 7 : 20]);
    });
    return {
      body:
        path(shape, pen.bulb(tones)) +
        group(
          detail === "plain" ? "" : lines.join("") + (detail === "checks" ? group(rows.join(""), faded(0.7)) : ""),
          { "clip-path": pen.clip(shape), ...faded(0.8) },
        ) +
        path(
          shape,
          pen.spot([
            [0.5, tones.deep, 0],
            [1, tones.deep, 0.42],
          ]),
        ) +
        stroke(shape, [accent.shade, 7]) +
        stroke(
          d`M${-w * 0.76} ${-h * 0.9}C${-w * 0.6} ${-h * 0.82} ${-w * 0.6} ${-h * 0.74} ${-w * 0.58} ${-h * 0.66}`,
          [tones.dark, 4],
          faded(0.3),
        ) +
        stroke(
          d`M${w * 0.74} ${-h * 0.12}C${w * 0.62} ${-h * 0.18} ${w * 0.6} ${-h * 0.24} ${w * 0.58} ${-h * 0.34}`,
          [tones.deep, 4],
          faded(0.3),
        ),
      feet: [[0, w - 30]],
    };
  },
};
