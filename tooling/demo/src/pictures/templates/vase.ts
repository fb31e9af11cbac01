import { d, ellipse, group, path, stroke, type Point } from "#pictures/pen.ts";
import { turned, type Profile } from "#pictures/shape.ts";
import { gloss, speckles } from "./parts.ts";
import type { Template } from "./template.ts";

export const vase: Template = {
  noun: { ru: "Ваза", en: "vase", gender: 1 },
  closeUp: [0, -330, 560],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["drop", "bottle", "amphora"]) }) {
    const h = rnd.between(420, 470);
    const shapes: Record<string, Profile> = {
      drop: [
        [58, -h],
        [50, -h * 0.86],
        [96, -h * 0.62],
        [160, -h * 0.34],
        [150, -h * 0.12],
        [100, -8],
        [92, 0],
      ],
      bottle: [
        [40, -h],
        [34, -h * 0.8],
        [44, -h * 0.6],
        [128, -h * 0.4],
        [142, -h * 0.16],
        [118, -12],
        [104, 0],
      ],
      amphora: [
        [84, -h],
        [66, -h * 0.88],
        [130, -h * 0.7],
        [164, -h * 0.5],
        [128, -h * 0.2],
        [84, -14],
        [80, 0],
      ],
    };
    const profile = shapes[detail] ?? shapes["drop"]!;
    const lip = profile[0]![0];
    const ears = Array.from({ length: 7 }, (_, index) => {
      const x = (index - 3) * rnd.between(34, 46);
      const tip: Point = [x, -h - rnd.between(150, 260)];
      const grains = Array.from({ length: 7 }, (__, row) => {
        const [px, py] = [tip[0] - x * 0.05 * row, tip[1] + row * 17];
        return (
          ellipse([px - 9, py, 6, 13], accent.light, { transform: d`rotate(28 ${px - 9} ${py})` }) +
          ellipse([px + 9, py, 6, 13], accent.shade, { transform: d`rotate(-28 ${px + 9} ${py})` })
        );
      });
      return (
        stroke(d`M${index * 4 - 12} ${-h + 20}C${x * 0.3} ${-h - 60} ${x * 0.9} ${-h - 90} ${tip[0]} ${tip[1]}`, [
          accent.shade,
          4.5,
        ]) + grains.join("")
      );
    });
    return {
      body:
        ellipse([0, -h, lip, lip * 0.1], tones.dark) +
        ears.join("") +
        path(
          turned(
            profile.map(([r, y], index) => (index === 0 ? [r, y + 0.1] : [r, y])),
            -0.1,
          ),
          pen.round(tones),
        ) +
        group(speckles(rnd, [-160, -h + 30, 160, -6], tones.deep), { "clip-path": pen.clip(turned(profile, -0.1)) }) +
        gloss(pen, profile, 0.36),
      feet: [[0, profile.at(-1)![0]]],
    };
  },
};
