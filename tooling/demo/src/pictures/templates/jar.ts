import { d, ellipse, faded, group, path, stroke } from "#pictures/pen.ts";
import { strip, turned, type Profile } from "#pictures/shape.ts";
import type { Template } from "./template.ts";

export const jar: Template = {
  noun: { ru: "Крышка", en: "lid", gender: 1, tail: { ru: "на стеклянной банке", en: "on a glass jar" } },
  closeUp: [0, -330, 500],
  draw({ pen, tones, accent, rnd }) {
    const [w, h] = [rnd.between(180, 206), rnd.between(400, 500)];
    const profile: Profile = [
      [w - 20, -h],
      [w - 4, -h + 44],
      [w, -h + 110],
      [w, -60],
      [w - 14, -12],
      [w - 30, 0],
    ];
    const level = -h * rnd.between(0.58, 0.78);
    const filling: Profile = [
      [w - 15, level],
      [w - 15, -60],
      [w - 28, -22],
      [w - 40, -14],
    ];
    const lid: Profile = [
      [w - 12, -h - 62],
      [w - 10, -h - 8],
    ];
    const grains = Array.from({ length: 70 }, () =>
      ellipse(
        [rnd.between(-w + 24, w - 24), rnd.between(level + 4, -20), rnd.between(6, 12), rnd.between(5, 8)],
        rnd.pick([accent.light, accent.shade, accent.glint]),
        faded(0.7),
      ),
    );
    return {
      body:
        path(
          turned(profile),
          pen.across([
            [0, "#e6ebe8", 0.9],
            [0.12, "#fff", 0.5],
            [0.5, "#fff", 0.3],
            [0.9, "#cfd8d4", 0.6],
            [1, "#b9c4bf", 0.9],
          ]),
        ) +
        path(turned(filling), pen.round(accent)) +
        group(grains.join(""), { "clip-path": pen.clip(turned(filling)) }) +
        ellipse([0, level, w - 15, (w - 15) * 0.095], accent.light) +
        path(strip(profile, -0.86, -0.6), pen.glow(0.75)) +
        path(strip(profile, 0.8, 0.92), pen.glow(0.6)) +
        path(turned(lid), pen.round(tones)) +
        ellipse([0, -h - 62, w - 12, (w - 12) * 0.1], tones.glint) +
        group(
          ellipse([0, -h - 62, w * 0.62, w * 0.055], "none", { stroke: tones.shade, "stroke-width": 2 }) +
            ellipse([0, -h - 62, w * 0.32, w * 0.028], "none", { stroke: tones.shade, "stroke-width": 2 }),
          faded(0.6),
        ) +
        path(d`M${-70} ${-h * 0.44}h140v92h-140z`, "#fbf8f1") +
        stroke(d`M-42 ${-h * 0.44 + 36}h84M-42 ${-h * 0.44 + 60}h52`, [tones.dark, 6], faded(0.6)),
      feet: [[0, w - 28]],
    };
  },
};
