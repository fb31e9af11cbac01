import { d, ellipse, faded, path } from "#pictures/pen.ts";
import { band, strip, turned, type Profile } from "#pictures/shape.ts";
import { brass, gloss, steel, tube, vessel } from "./parts.ts";
import type { Template } from "./template.ts";

export const pan: Template = {
  noun: { ru: "Кастрюля", en: "pot", gender: 1 },
  closeUp: [-120, -260, 480],
  draw({ pen, tones, rnd, detail = rnd.pick(["steel", "cast"]) }) {
    const [w, h] = [rnd.between(270, 300), rnd.between(250, 300)];
    const profile: Profile = [
      [w, -h],
      [w, -h * 0.5],
      [w - 4, -50],
      [w - 30, -8],
      [w - 52, 0],
    ];
    const lid: Profile = [
      [w * 0.14, -h - 92],
      [w * 0.6, -h - 72],
      [w * 0.94, -h - 26],
      [w + 8, -h],
    ];
    const knob = detail === "cast" ? brass : steel;
    const ear = (side: number) =>
      tube(
        d`M${side * (w - 6)} ${-h * 0.82}C${side * (w + 86)} ${-h * 0.88} ${side * (w + 86)} ${-h * 0.52} ${side * (w - 6)} ${-h * 0.58}`,
        30,
        tones,
      );
    return {
      body:
        ear(-1) +
        ear(1) +
        vessel(pen, tones, profile) +
        gloss(pen, profile, 0.42) +
        path(turned(lid), pen.round(tones)) +
        path(strip(lid, -0.72, -0.36), pen.glow(0.4)) +
        path(
          band(
            [
              [w + 8, -h - 4],
              [w + 8, -h + 8],
            ],
            -h - 3,
            -h + 7,
          ),
          tones.dark,
          faded(0.45),
        ) +
        path(
          turned([
            [22, -h - 112],
            [16, -h - 92],
          ]),
          pen.round(knob),
        ) +
        ellipse([0, -h - 124, 44, 20], pen.bulb(knob)),
      feet: [[0, w - 46]],
    };
  },
};
