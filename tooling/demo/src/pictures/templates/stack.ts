import { d, faded, group, path, stroke } from "#pictures/pen.ts";
import { paper } from "./parts.ts";
import type { Template } from "./template.ts";

/** A stack of soft things, each folded so that the bend shows on the left. */
export const stack: Template = {
  noun: { ru: "Плед", en: "throw", gender: 0 },
  nouns: {
    towels: { ru: "Полотенца", en: "towels", gender: 3 },
    knit: { ru: "Джемпер", en: "jumper", gender: 0 },
    linen: { ru: "Бельё", en: "bed linen", gender: 2 },
  },
  closeUp: [-160, -170, 420],
  draw({ pen, tones, accent, rnd, detail = "throw" }) {
    const layers = detail === "towels" ? 4 : 3;
    const tall = detail === "throw" || detail === "knit" ? 124 : 104;
    const parts = Array.from({ length: layers }, (_, index) => {
      const y = -tall * (index + 1);
      const [left, right] = [-270 + rnd.between(-10, 10), 262 + rnd.between(-12, 12)];
      const paint = detail === "throw" || index % 2 === 0 || detail === "linen" ? tones : accent;
      const shape = d`M${left + 46} ${y}H${right - 18}Q${right} ${y} ${right} ${y + 18}V${y + tall - 18}Q${right} ${y + tall} ${right - 18} ${y + tall}H${left + 46}C${left - 16} ${y + tall} ${left - 16} ${y} ${left + 46} ${y}Z`;
      const folds = [0.36, 0.68].map((share) =>
        stroke(
          d`M${left + 62} ${y + tall * share}C${left + 26} ${y + tall * share} ${left + 24} ${y + tall * 0.5} ${left + 44} ${y + tall * 0.5}M${left + 62} ${y + tall * share}H${right - 4}`,
          [paint.dark, 4],
          faded(0.42),
        ),
      );
      const ribs = Array.from({ length: 34 }, (__, rib) =>
        stroke(d`M${left + 50 + rib * 14} ${y + 8}V${y + tall - 8}`, [paint.dark, 2.6], faded(0.26)),
      );
      const border = stroke(
        d`M${right - 96} ${y + 3}V${y + tall - 3}M${right - 74} ${y + 3}V${y + tall - 3}`,
        [detail === "towels" ? "#fff" : accent.base, 9],
        faded(0.55),
      );
      const stripes = [0.2, 0.5, 0.8].map((share) =>
        stroke(d`M${left + 30} ${y + tall * share}H${right}`, [accent.base, 9], faded(0.75)),
      );
      return (
        path(
          shape,
          pen.across([
            [0, paint.dark],
            [0.07, paint.light],
            [0.3, paint.glint],
            [0.6, paint.base],
            [1, paint.shade],
          ]),
        ) +
        (detail === "throw" && index === 1 ? group(stripes.join(""), { "clip-path": pen.clip(shape) }) : "") +
        (detail === "knit" ? ribs.join("") : folds.join("")) +
        (detail === "towels" ? border : "") +
        path(
          d`M${left + 20} ${y + tall - 16}H${right - 6}Q${right - 6} ${y + tall} ${right - 18} ${y + tall}H${left + 40}Z`,
          paint.deep,
          faded(0.16),
        )
      );
    });
    const top = -tall * layers;
    const fringe = Array.from({ length: 26 }, (_, index) => {
      const x = -190 + index * 15.2;
      return stroke(
        d`M${x} ${top + tall - 6}Q${x + rnd.between(-8, 8)} ${top + tall + 20} ${x + rnd.between(-8, 8)} ${top + tall + 44}`,
        [index % 3 ? tones.light : tones.shade, 5],
      );
    });
    const belt =
      path(d`M60 ${top - 5}H128V4H60Z`, pen.round(paper)) +
      stroke(d`M76 ${top * 0.5}H112M82 ${top * 0.5 + 16}H106`, ["#8d8168", 5]);
    return {
      body: parts.join("") + (detail === "throw" ? fringe.join("") : "") + (detail === "linen" ? belt : ""),
      feet: [[0, 250]],
    };
  },
};
