import { d, ellipse, faded, group, path, stroke } from "#pictures/pen.ts";
import { brass, ebony, rubber, stitches } from "./parts.ts";
import type { Template } from "./template.ts";

export const shoe: Template = {
  noun: { ru: "Кеды", en: "sneakers", gender: 3 },
  nouns: { boot: { ru: "Ботинки", en: "boots", gender: 3 } },
  closeUp: [60, -180, 460],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["low", "boot"]) }) {
    const boot = detail === "boot";
    const collar = boot ? -430 : -rnd.between(286, 310);
    const upper = d`M-292 -60C-300 -150 -306 -190 -288 ${collar + 26}C-284 ${collar} -250 ${collar - 10} -220 ${collar + 4}C-180 ${collar + 22} -140 ${collar + 20} -116 ${collar - 14}C-96 ${collar - 30} -64 ${collar - 26} -46 ${collar + 4}C-20 ${collar * 0.8} 40 -212 120 -186C210 -160 316 -170 318 -56Z`;
    const laces = Array.from({ length: boot ? 6 : 4 }, (_, row) => {
      const [x, y] = boot
        ? [-62 + row * 26 + row * row * 4, collar + 66 + row * 38]
        : [-26 + row * 42, collar + 56 + row * 22];
      return (
        stroke(d`M${x - 26} ${y + 12}L${x + 34} ${y - 14}`, [boot ? accent.base : "#fbf8f0", 13]) +
        stroke(d`M${x - 24} ${y + 8}L${x + 32} ${y - 18}`, ["#fff", 4], faded(0.5)) +
        ellipse([x - 30, y + 16, 7, 7], brass.base)
      );
    });
    const sole = d`M-300 -66H322C338 -40 336 -8 306 0H-276C-306 0 -312 -30 -300 -66Z`;
    const one =
      path(
        d`M-120 ${collar - 10}C-100 ${collar - 54} -50 ${collar - 50} -36 ${collar + 6}L40 -220L-60 -200Z`,
        tones.dark,
      ) +
      path(
        upper,
        pen.aslant([
          [0, tones.glint],
          [0.45, tones.base],
          [1, tones.shade],
        ]),
      ) +
      path(
        d`M-286 ${collar + 24}C-256 ${collar + 48} -160 ${collar + 52} -112 ${collar + 4}C-96 ${collar - 22} -70 ${collar - 22} -50 ${collar + 4}C-80 ${collar + 10} -110 ${collar + 40} -150 ${collar + 62}C-220 ${collar + 86} -290 ${collar + 60} -288 ${collar + 34}Z`,
        tones.deep,
        faded(0.34),
      ) +
      path(
        d`M122 -184C214 -158 316 -166 318 -58H148C170 -110 160 -150 122 -184Z`,
        boot ? pen.face(tones) : pen.face(rubber),
      ) +
      path(d`M-296 -62C-302 -140 -300 -170 -294 -200C-250 -196 -216 -150 -210 -62Z`, pen.face(accent)) +
      (boot ? "" : stroke(d`M-150 -74C-110 -140 -40 -150 30 -96`, [accent.base, 22])) +
      stitches(d`M112 -182C150 -150 160 -106 140 -64`, tones.deep) +
      laces.join("") +
      path(sole, boot ? pen.face(ebony) : pen.face(rubber)) +
      stroke(
        boot ? d`M-296 -62H318` : d`M-304 -34H330`,
        [boot ? "#d8b06a" : accent.base, boot ? 5 : 9],
        boot ? { "stroke-dasharray": "12 8" } : {},
      );
    return {
      body:
        group(one, { transform: "translate(-44 -34) scale(.92)" }) +
        group(one, { transform: "translate(22 0) scale(.95)" }),
      feet: [
        [-30, 280, -20],
        [30, 300],
      ],
    };
  },
};
