import { box, d, faded, path, stroke } from "#pictures/pen.ts";
import type { Template } from "./template.ts";

export const keyboard: Template = {
  noun: { ru: "Клавиатура", en: "keyboard", gender: 1 },
  closeUp: [-160, -170, 400],
  draw({ pen, tones, accent, rnd }) {
    const rows = [14, 14, 13, 12, 7];
    const [top, foot] = [-310, -44];
    const width = (y: number) => 330 + ((y - top) / (foot - top)) * 48;
    const accents = new Set([rnd.whole(0, 6), 13, 27]);
    let count = 0;
    const keys = rows.map((keysInRow, row) => {
      const y = top + 26 + row * 46;
      const half = width(y) - 22;
      const step = (half * 2) / (row === 4 ? 12 : keysInRow);
      let x = -half;
      return Array.from({ length: keysInRow }, (_, key) => {
        const wide = row === 4 && key === 3 ? 6 : 1;
        const own = accents.has(count++) || (row === 4 && key === 3) ? accent : tones;
        const cap =
          box([x + 3, y + 4, step * wide - 6, 40, 8], own.dark) +
          box(
            [x + 5, y, step * wide - 10, 35, 7],
            pen.face({ ...own, light: own.glint, base: own.light, shade: own.base }),
          );
        x += step * wide;
        return cap;
      }).join("");
    });
    const plate = d`M${-width(top) + 14} ${top}H${width(top) - 14}Q${width(top)} ${top} ${width(top) + 3} ${top + 16}L${width(foot)} ${foot}H${-width(foot)}L${-width(top) - 3} ${top + 16}Q${-width(top)} ${top} ${-width(top) + 14} ${top}Z`;
    return {
      body:
        path(plate, pen.flat({ ...tones, light: tones.base, base: tones.shade, shade: tones.dark })) +
        keys.join("") +
        path(
          d`M${-width(foot)} ${foot}H${width(foot)}V-12Q${width(foot)} 0 ${width(foot) - 14} 0H${-width(foot) + 14}Q${-width(foot)} 0 ${-width(foot)} -12Z`,
          pen.face({ ...tones, light: tones.base, base: tones.shade, shade: tones.dark }),
        ) +
        stroke(d`M${-width(foot) + 10} ${foot + 2}H${width(foot) - 10}`, [tones.glint, 3], faded(0.6)),
      feet: [[0, 360]],
    };
  },
};
