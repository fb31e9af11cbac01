import { d, ellipse, faded, group, path } from "#pictures/pen.ts";
import { band, turned, type Profile } from "#pictures/shape.ts";
import { ebony, gloss, tube, vessel, wood } from "./parts.ts";
import type { Template } from "./template.ts";

export const kettle: Template = {
  noun: { ru: "Чайник", en: "kettle", gender: 0 },
  closeUp: [-120, -330, 520],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["hob", "teapot"]) }) {
    const [w, h] = [rnd.between(240, 265), rnd.between(330, 390)];
    const hob = detail === "hob";
    const profile: Profile = hob
      ? [
          [w * 0.46, -h],
          [w * 0.74, -h * 0.88],
          [w * 0.93, -h * 0.5],
          [w, -h * 0.18],
          [w - 12, -16],
          [w - 34, 0],
        ]
      : [
          [w * 0.4, -h],
          [w * 0.78, -h * 0.86],
          [w, -h * 0.5],
          [w * 0.84, -h * 0.16],
          [w * 0.56, -14],
          [w * 0.54, 0],
        ];
    const spout = d`M${-w * 0.72} ${-h * 0.3}C${-w - 60} ${-h * 0.36} ${-w - 56} ${-h * 0.7} ${-w - 112} ${-h * 0.9}L${-w - 62} ${-h * 0.98}C${-w - 4} ${-h * 0.8} ${-w + 10} ${-h * 0.74} ${-w * 0.6} ${-h * 0.72}Z`;
    const lid: Profile = [
      [w * 0.08, -h - 44],
      [w * 0.34, -h - 26],
      [w * (hob ? 0.48 : 0.42), -h + 2],
    ];
    const grip = hob ? wood : accent;
    const handle = hob
      ? tube(
          d`M${-w * 0.62} ${-h * 0.86}C${-w * 0.72} ${-h - 210} ${w * 0.72} ${-h - 210} ${w * 0.62} ${-h * 0.86}`,
          22,
          ebony,
        ) +
        tube(
          d`M${-w * 0.34} ${-h - 139}C${-w * 0.12} ${-h - 158} ${w * 0.12} ${-h - 158} ${w * 0.34} ${-h - 139}`,
          44,
          grip,
        )
      : tube(
          d`M${w * 0.86} ${-h * 0.74}C${w + 120} ${-h * 0.86} ${w + 130} ${-h * 0.2} ${w * 0.84} ${-h * 0.24}`,
          36,
          tones,
        );
    return {
      body: group(
        (hob ? "" : handle) +
          path(
            spout,
            pen.across([
              [0, tones.base],
              [0.35, tones.glint],
              [1, tones.shade],
            ]),
          ) +
          ellipse([-w - 87, -h * 0.94, 27, 11], tones.deep, { transform: d`rotate(-12 ${-w - 87} ${-h * 0.94})` }) +
          vessel(pen, tones, profile) +
          gloss(pen, profile, 0.45) +
          path(turned(lid), pen.round(tones)) +
          path(band(lid, -h - 2, -h + 2), tones.deep, faded(0.35)) +
          ellipse([0, -h - 62, 26, 24], pen.bulb(grip)) +
          (hob ? handle : ""),
        { transform: hob ? "translate(34 0)" : "translate(0 0)" },
      ),
      feet: [[hob ? 34 : 0, hob ? w - 30 : w * 0.54]],
    };
  },
};
