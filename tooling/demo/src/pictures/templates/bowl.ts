import { faded, group, path } from "#pictures/pen.ts";
import { band, turned, type Profile } from "#pictures/shape.ts";
import { gloss, mouth, speckles } from "./parts.ts";
import type { Template } from "./template.ts";

export const bowl: Template = {
  noun: { ru: "Миска", en: "bowl", gender: 1 },
  closeUp: [-90, -190, 460],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["plain", "rim", "speckled"]) }) {
    const [w, h] = [rnd.between(290, 330), rnd.between(230, 280)];
    const profile: Profile = [
      [w, -h],
      [w - 8, -h * 0.76],
      [w - 52, -h * 0.44],
      [w - 132, -h * 0.17],
      [w - 178, -32],
      [w - 182, 0],
    ];
    const tilt = 0.16;
    return {
      body:
        path(turned(profile, tilt), pen.round(tones)) +
        group(
          (detail === "rim"
            ? path(band(profile, -h * 0.62, 30), pen.round(accent))
            : speckles(rnd, [-w, -h + 20, w, -20], tones.deep)) + path(band(profile, -34, 30), tones.deep, faded(0.3)),
          { "clip-path": pen.clip(turned(profile, tilt)) },
        ) +
        gloss(pen, profile, 0.34) +
        mouth(pen, { ...tones, deep: tones.dark, dark: tones.shade, shade: tones.light }, [w, -h, 12, tilt]),
      feet: [[0, w - 178]],
    };
  },
};
