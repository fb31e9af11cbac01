import { box, d, ellipse, faded, group, path, stroke } from "#pictures/pen.ts";
import { slab } from "#pictures/shape.ts";
import { leather, stitches } from "./parts.ts";
import type { Template } from "./template.ts";

export const hat: Template = {
  noun: { ru: "Шапка", en: "beanie", gender: 1 },
  nouns: { bucket: { ru: "Панама", en: "bucket hat", gender: 1 } },
  closeUp: [0, -180, 440],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["beanie", "bucket"]) }) {
    if (detail === "bucket") {
      const crown = d`M-176 -140L-142 -318C-110 -350 110 -350 142 -318L176 -140Q0 -96 -176 -140Z`;
      return {
        body:
          path(
            d`M-178 -150C-250 -110 -310 -54 -330 -14C-200 26 200 26 330 -14C310 -54 250 -110 178 -150Z`,
            pen.across([
              [0, tones.base],
              [0.25, tones.glint],
              [0.6, tones.base],
              [1, tones.dark],
            ]),
          ) +
          [0.35, 0.6, 0.85]
            .map((share) =>
              stitches(
                d`M${-190 - share * 130} ${-140 + share * 118}Q0 ${-80 + share * 110} ${190 + share * 130} ${-140 + share * 118}`,
                tones.deep,
              ),
            )
            .join("") +
          path(crown, pen.round(tones)) +
          path(d`M-178 -152Q0 -104 178 -152L170 -196Q0 -150 -170 -196Z`, pen.round(accent)) +
          ellipse([0, -322, 140, 20], tones.light, faded(0.7)) +
          stitches(d`M-60 -330V-200M60 -330V-200`, tones.deep) +
          path(d`M-120 -150L-104 -300`, "none", {
            stroke: "#fff",
            "stroke-width": 26,
            "stroke-linecap": "round",
            ...faded(0.16),
          }),
        feet: [[0, 310]],
      };
    }
    const dome = d`M-214 -120C-222 -330 -120 -430 0 -430C120 -430 222 -330 214 -120Z`;
    const ribs = Array.from({ length: 13 }, (_, index) => {
      const x = -204 + index * 34;
      return stroke(d`M${x} -110C${x * 0.98} -260 ${x * 0.6} -380 ${x * 0.1} -430`, [tones.dark, 7], faded(0.34));
    });
    const cuff = Array.from({ length: 23 }, (_, index) =>
      stroke(d`M${-216 + index * 19.6} -134v122`, [tones.deep, 6], faded(0.24)),
    );
    const fluff = Array.from({ length: 60 }, () => {
      const [angle, reach] = [rnd.between(0, 6.3), rnd.between(30, 84)];
      return stroke(
        d`M${Math.cos(angle) * reach * 0.4} ${-486 + Math.sin(angle) * reach * 0.4}L${Math.cos(angle) * reach} ${-486 + Math.sin(angle) * reach}`,
        [rnd.pick([accent.light, accent.base, accent.shade]), 8],
      );
    });
    return {
      body:
        path(dome, pen.round(tones)) +
        group(ribs.join(""), { "clip-path": pen.clip(dome) }) +
        path(slab([-232, -146], [464, 146], 44), pen.round(tones)) +
        cuff.join("") +
        path(slab([-232, -146], [464, 146], 44), pen.fade("#fff", 0.16)) +
        box([96, -104, 84, 56, 5], pen.flat(leather)) +
        stitches(d`M104 -96h68v40h-68Z`, leather.glint) +
        ellipse([0, -486, 64, 64], pen.bulb(accent)) +
        fluff.join(""),
      feet: [[0, 214]],
    };
  },
};
