import { d, ellipse, group, path, stroke } from "#pictures/pen.ts";
import { grain, leaf } from "./parts.ts";
import type { Template } from "./template.ts";

export const frame: Template = {
  noun: { ru: "Рама", en: "frame", gender: 1, tail: { ru: "с постером", en: "with a print" } },
  closeUp: [0, -330, 520],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["hills", "sun", "branch"]) }) {
    const [w, h] = [440, 580];
    const inner = d`M${-w / 2 + 74} ${-h + 78}h${w - 148}v${h - 156}h${-w + 148}Z`;
    const hill = (y: number, colour: string, bend: number) =>
      path(d`M-260 ${y}C-120 ${y - bend} 20 ${y + bend} 260 ${y - bend * 0.6}V0H-260Z`, colour);
    const designs: Record<string, string> = {
      hills:
        ellipse([64, -h * 0.64, 50, 50], accent.light) +
        hill(-h * 0.48, accent.base, 70) +
        hill(-h * 0.36, accent.shade, -60) +
        hill(-h * 0.24, accent.dark, 46),
      sun:
        ellipse([0, -h * 0.56, 104, 104], accent.base) +
        [0.42, 0.36, 0.3, 0.24]
          .map((y, row) => stroke(d`M${-118 + row * 14} ${-h * y}H${118 - row * 14}`, [accent.shade, 9]))
          .join(""),
      branch:
        stroke(d`M-30 -120C0 -240 -10 -330 40 -440`, [accent.deep, 6]) +
        [0, 1, 2, 3, 4]
          .map(
            (row) =>
              leaf(
                accent,
                [
                  [-8 + row * 9, -190 - row * 52],
                  [rnd.between(80, 116) + row * 4, -250 - row * 54],
                ],
                26,
              ) +
              leaf(
                accent,
                [
                  [-8 + row * 9, -180 - row * 52],
                  [-110 + row * 10, -226 - row * 54],
                ],
                26,
              ),
          )
          .join(""),
    };
    return {
      body:
        path(
          d`M${-w / 2} ${-h}h${w}v${h}h${-w}Z`,
          pen.aslant([
            [0, tones.glint],
            [0.5, tones.base],
            [1, tones.dark],
          ]),
        ) +
        grain(rnd, [-w / 2, -22, w / 2, -2], tones.deep) +
        path(d`M${-w / 2 + 22} ${-h + 22}h${w - 44}v${h - 44}h${-w + 44}Z`, tones.dark) +
        path(d`M${-w / 2 + 26} ${-h + 28}h${w - 52}v${h - 54}h${-w + 52}Z`, "#fbf8f2") +
        path(inner, "#f3ecdf") +
        group(designs[detail] ?? "", { "clip-path": pen.clip(inner) }) +
        path(
          d`M${-w / 2 + 26} ${-h + 28}h${w * 0.52}L${-w * 0.2} ${-26}H${-w / 2 + 26}Z`,
          pen.aslant([
            [0, "#fff", 0.34],
            [1, "#fff", 0.02],
          ]),
        ),
      feet: [[0, w / 2 - 4]],
    };
  },
};
