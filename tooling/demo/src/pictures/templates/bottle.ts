import { d, ellipse, faded, group, path, stroke } from "#pictures/pen.ts";
import { band, turned, type Profile } from "#pictures/shape.ts";
import { gloss, steel, tube, vessel, wood } from "./parts.ts";
import type { Template } from "./template.ts";

export const bottle: Template = {
  noun: { ru: "Бутылка", en: "bottle", gender: 1 },
  closeUp: [0, -560, 460],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["loop", "cork", "cup"]) }) {
    const [w, h] = [rnd.between(104, 120), rnd.between(490, 550)];
    const neck = w * rnd.between(0.56, 0.66);
    const profile: Profile = [
      [neck, -h],
      [neck + 3, -h + 36],
      [w - 14, -h + 118],
      [w, -h + 190],
      [w, -h * 0.4],
      [w, -46],
      [w - 12, -10],
      [w - 26, 0],
    ];
    const cap = detail === "cork" ? wood : detail === "cup" ? steel : accent;
    const lid: Profile = [
      [neck + 6, -h - (detail === "cup" ? 118 : 88)],
      [neck + 12, -h - 70],
      [neck + 12, -h - 8],
    ];
    return {
      body:
        (detail === "loop"
          ? tube(
              d`M${-neck * 0.7} ${-h - 74}C${-neck} ${-h - 170} ${neck} ${-h - 170} ${neck * 0.7} ${-h - 74}`,
              24,
              accent,
            )
          : "") +
        vessel(pen, tones, profile) +
        path(band(profile, -h + 206, -h + 212), tones.deep, faded(0.25)) +
        path(band(profile, -40, 30), pen.round(steel), { "clip-path": pen.clip(turned(profile)) }) +
        group(stroke(d`M-30 ${-h * 0.42}H30M-30 ${-h * 0.42 + 24}H8`, [tones.glint, 7]), faded(0.6)) +
        gloss(pen, profile, 0.46) +
        path(turned(lid), pen.round(cap)) +
        ellipse([0, lid[0]![1], neck + 6, (neck + 6) * 0.095], cap.light) +
        gloss(pen, lid, 0.3),
      feet: [[0, w - 24]],
    };
  },
};
