import { d, faded, group, path, stroke } from "#pictures/pen.ts";
import { band, turned, type Profile } from "#pictures/shape.ts";
import { darkWood, gloss, mouth, tube } from "./parts.ts";
import type { Template } from "./template.ts";

export const basket: Template = {
  noun: { ru: "Корзина", en: "basket", gender: 1 },
  closeUp: [-80, -180, 460],
  draw({ pen, tones, accent, rnd }) {
    const [w, h] = [rnd.between(240, 268), rnd.between(290, 340)];
    const profile: Profile = [
      [w, -h],
      [w + 8, -h * 0.55],
      [w - 12, -h * 0.2],
      [w - 40, 0],
    ];
    const rows = Array.from({ length: 11 }, (_, row) => {
      const y = -h + 24 + (row * (h - 30)) / 11;
      return stroke(
        d`M${-w - 14} ${y}A${w + 14} ${(w + 14) * 0.095} 0 0 0 ${w + 14} ${y}`,
        [row % 2 ? tones.dark : tones.shade, 11],
        { "stroke-dasharray": row % 2 ? "30 9" : "9 30", ...faded(0.5) },
      );
    });
    return {
      body:
        path(turned(profile), pen.round(tones)) +
        group(path(band(profile, -h * 0.5, 40), pen.round(accent), faded(0.55)) + rows.join(""), {
          "clip-path": pen.clip(turned(profile)),
        }) +
        mouth(pen, tones, [w, -h, 16]) +
        [-1, 1]
          .map((side) =>
            tube(
              d`M${side * (w - 4)} ${-h + 40}C${side * (w + 66)} ${-h - 20} ${side * (w + 66)} ${-h + 120} ${side * (w + 2)} ${-h + 110}`,
              20,
              darkWood,
            ),
          )
          .join("") +
        gloss(pen, profile, 0.16),
      feet: [[0, w - 36]],
    };
  },
};
