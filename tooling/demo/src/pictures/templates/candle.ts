import { d, ellipse, faded, group, path, stroke } from "#pictures/pen.ts";
import type { Profile } from "#pictures/shape.ts";
import { gloss, ink, mouth, paper, vessel } from "./parts.ts";
import type { Template } from "./template.ts";

export const candle: Template = {
  noun: { ru: "Свеча", en: "candle", gender: 1 },
  closeUp: [0, -260, 460],
  draw({ pen, tones, accent, rnd }) {
    const [w, h] = [rnd.between(150, 176), rnd.between(310, 370)];
    const profile: Profile = [
      [w, -h],
      [w, -40],
      [w - 10, -8],
      [w - 22, 0],
    ];
    const flame = (grow: number) =>
      d`M0 ${-h - 118 * grow - 22}C${30 * grow} ${-h - 70 * grow - 22} ${34 * grow} ${-h - 30} 0 ${-h - 24}C${-34 * grow} ${-h - 30} ${-30 * grow} ${-h - 70 * grow - 22} 0 ${-h - 118 * grow - 22}Z`;
    const label = d`M${-w * 0.58} ${-h * 0.7}q${w * 0.58} 16 ${w * 1.16} 0v${h * 0.44}q${-w * 0.58} 16 ${-w * 1.16} 0Z`;
    return {
      body:
        ellipse(
          [0, -h - 60, 230, 230],
          pen.spot([
            [0, "#ffd98a", 0.6],
            [0.4, "#ffe2a6", 0.22],
            [1, "#ffe9bd", 0],
          ]),
        ) +
        vessel(pen, tones, profile) +
        mouth(pen, { ...tones, deep: paper.shade, dark: paper.light, shade: paper.glint }, [w, -h, 9, 0.11]) +
        ellipse([0, -h + 3, w * 0.5, w * 0.05], "#fff3d2", faded(0.8)) +
        stroke(d`M0 ${-h + 4}V${-h - 34}`, [ink, 6]) +
        path(
          flame(1),
          pen.down([
            [0, "#ffb03a"],
            [0.6, "#ffd36b"],
            [1, "#f08a2c"],
          ]),
        ) +
        path(flame(0.55), "#fff6d8") +
        path(label, paper.glint) +
        group(
          ellipse([0, -h * 0.54, 20, 20], "none", { stroke: accent.base, "stroke-width": 5 }) +
            stroke(d`M${-w * 0.32} ${-h * 0.4}q${w * 0.32} 9 ${w * 0.64} 0`, [accent.dark, 8]) +
            stroke(d`M${-w * 0.2} ${-h * 0.4 + 24}q${w * 0.2} 6 ${w * 0.4} 0`, [accent.dark, 5]),
          faded(0.85),
        ) +
        gloss(pen, profile, 0.42),
      feet: [[0, w - 20]],
    };
  },
};
