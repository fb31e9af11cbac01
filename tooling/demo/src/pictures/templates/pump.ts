import { d, ellipse, faded, group, path, stroke } from "#pictures/pen.ts";
import { strip, turned, type Profile } from "#pictures/shape.ts";
import { gloss, vessel } from "./parts.ts";
import type { Template } from "./template.ts";

export const pump: Template = {
  noun: { ru: "Флакон", en: "bottle", gender: 0 },
  closeUp: [0, -280, 460],
  draw({ pen, tones, accent, rnd }) {
    const [w, h] = [rnd.between(124, 144), rnd.between(360, 410)];
    const profile: Profile = [
      [38, -h - 20],
      [42, -h + 2],
      [w - 16, -h + 34],
      [w, -h + 82],
      [w, -30],
      [w - 10, -6],
      [w - 20, 0],
    ];
    const label = d`M${-w * 0.62} ${-h * 0.66}q${w * 0.62} 12 ${w * 1.24} 0v${h * 0.44}q${-w * 0.62} 12 ${-w * 1.24} 0Z`;
    const collar: Profile = [
      [44, -h - 60],
      [48, -h - 14],
    ];
    return {
      body:
        path(d`M-9 ${-h - 60}h18v-54h-18Z`, pen.round(accent)) +
        path(
          d`M-118 ${-h - 132}C-118 ${-h - 150} -96 ${-h - 154} -60 ${-h - 152}L46 ${-h - 146}Q58 ${-h - 142} 56 ${-h - 128}Q52 ${-h - 106} 30 ${-h - 106}H-30C-70 ${-h - 108} -92 ${-h - 118} -96 ${-h - 96}H-116Z`,
          pen.face(accent),
        ) +
        vessel(pen, tones, profile) +
        gloss(pen, profile, 0.5) +
        path(turned(collar), pen.round(accent)) +
        path(strip(collar, -0.7, -0.4), pen.glow(0.4)) +
        path(label, "#faf6ee") +
        group(
          ellipse([0, -h * 0.53, 16, 16], tones.base) +
            stroke(d`M${-w * 0.36} ${-h * 0.4}q${w * 0.36} 7 ${w * 0.72} 0`, [tones.dark, 8]) +
            stroke(
              d`M${-w * 0.24} ${-h * 0.4 + 22}q${w * 0.24} 5 ${w * 0.48} 0M${-w * 0.24} ${-h * 0.4 + 40}q${w * 0.24} 5 ${w * 0.4} 0`,
              [tones.dark, 4.5],
            ),
          faded(0.85),
        ),
      feet: [[0, w - 16]],
    };
  },
};
