import { d, ellipse, faded, group, path } from "#pictures/pen.ts";
import { turned, type Profile } from "#pictures/shape.ts";
import { gloss, wood } from "./parts.ts";
import type { Template } from "./template.ts";

export const pencils: Template = {
  noun: { ru: "Карандаши", en: "pencils", gender: 3 },
  closeUp: [0, -400, 460],
  draw({ pen, tones, accent, rnd }) {
    const [w, h] = [rnd.between(146, 164), rnd.between(290, 320)];
    const cup: Profile = [
      [w, -h],
      [w, -40],
      [w - 8, -8],
      [w - 20, 0],
    ];
    const colours = [accent.base, "#d9a441", tones.dark, "#3d6f8e", accent.shade, "#b4381f", "#7a9a6b"];
    const drawn = colours.map((colour, index) => {
      const x = (index - 3) * 36;
      const tall = rnd.between(190, 270);
      const pencil =
        path(
          d`M-17 ${-h + 60}V${-h - tall}H17V${-h + 60}Z`,
          pen.across([
            [0, colour],
            [0.3, "#fff"],
            [0.34, colour],
            [0.7, colour],
            [1, "#4a4038"],
          ]),
          faded(1),
        ) +
        path(
          d`M-17 ${-h - tall}L-4 ${-h - tall - 46}H4L17 ${-h - tall}Q8 ${-h - tall + 9} 0 ${-h - tall}Q-8 ${-h - tall + 9} -17 ${-h - tall}Z`,
          wood.light,
        ) +
        path(d`M-6 ${-h - tall - 40}L0 ${-h - tall - 60}L6 ${-h - tall - 40}Z`, colour);
      return group(pencil, { transform: d`translate(${x} 0) rotate(${(index - 3) * 3.4} 0 ${-h + 40})` });
    });
    return {
      body:
        ellipse([0, -h, w, w * 0.11], tones.light) +
        ellipse([0, -h + 2, w - 10, w * 0.1 - 2], tones.deep) +
        drawn.join("") +
        path(turned(cup, -0.1), pen.round(tones)) +
        gloss(pen, cup, 0.36),
      feet: [[0, w - 18]],
    };
  },
};
