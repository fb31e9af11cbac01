import { d, ellipse, faded, group, path, stroke, type Point } from "#pictures/pen.ts";
import { band, smooth, turned, type Profile } from "#pictures/shape.ts";
import { gloss, leaf, tube } from "./parts.ts";
import type { Brief, Template } from "./template.ts";

/** Leaves or stems that rise from a pot `h` tall. */
type Foliage = (brief: Pick<Brief, "pen" | "accent">, h: number) => string;

const rubber: Foliage = ({ accent }, h) => {
  const at = (side: number, y: number, [reach, drop]: Point) =>
    leaf(
      accent,
      [
        [side * 4, y],
        [side * reach, y - drop],
      ],
      58,
    );
  const leaves = [
    at(-1, -h - 40, [220, 90]),
    at(1, -h - 60, [226, 116]),
    at(-1, -h - 140, [190, 150]),
    at(1, -h - 170, [180, 160]),
    at(-1, -h - 230, [96, 170]),
    at(1, -h - 250, [70, 160]),
  ];
  return stroke(d`M0 ${-h + 6}C6 ${-h - 90} -6 ${-h - 170} 0 ${-h - 300}`, [accent.deep, 12]) + leaves.join("");
};

const snake: Foliage = ({ pen, accent }, h) =>
  [
    [-96, 300, -12],
    [88, 330, 12],
    [-44, 400, -5],
    [50, 420, 6],
    [4, 340, 0],
  ]
    .map(([x, tall, lean]) => {
      const shape = d`M${x! * 0.6 - 26} ${-h + 10}C${x! - 46} ${-h - tall! * 0.5} ${x! - 30} ${-h - tall! * 0.8} ${x! + lean!} ${-h - tall!}C${x! + 34} ${-h - tall! * 0.8} ${x! + 46} ${-h - tall! * 0.5} ${x! * 0.6 + 26} ${-h + 10}Z`;
      const bars = Array.from({ length: 9 }, (_, row) =>
        stroke(d`M${x! - 50} ${-h - row * 44}q25 -16 50 0t50 0`, [accent.deep, 7], faded(0.35)),
      );
      return (
        path(shape, pen.round(accent)) +
        group(bars.join(""), { "clip-path": pen.clip(shape) }) +
        stroke(shape.replace("Z", ""), ["#d9d58a", 4], faded(0.6))
      );
    })
    .join("");

const cactus: Foliage = ({ pen, accent }, h) => {
  const trunk: Profile = [
    [30, -h - 330],
    [76, -h - 290],
    [92, -h - 150],
    [84, -h + 8],
  ];
  const arm =
    tube(d`M84 ${-h - 110}C190 ${-h - 100} 176 ${-h - 170} 172 ${-h - 220}`, 58, accent) +
    tube(d`M-80 ${-h - 150}C-160 ${-h - 140} -152 ${-h - 190} -150 ${-h - 230}`, 50, accent);
  const ribs = [-0.7, -0.36, 0, 0.36, 0.7].map((x) =>
    stroke(smooth(trunk.map(([r, y]) => [r * x, y])), [accent.dark, 5], {
      ...faded(0.5),
      "stroke-dasharray": "3 20",
    }),
  );
  return (
    arm +
    path(turned(trunk, 0.8), pen.round(accent)) +
    ribs.join("") +
    ellipse([0, -h - 352, 26, 20], "#f2a7b4") +
    ellipse([-8, -h - 358, 12, 10], "#fbd3d9")
  );
};

const foliage: Record<string, Foliage> = { rubber, snake, cactus };

export const plant: Template = {
  noun: { ru: "Кашпо", en: "planter", gender: 2, tail: { ru: "с растением", en: "with a plant" } },
  closeUp: [0, -420, 560],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["rubber", "snake", "cactus"]) }) {
    const [w, h] = [rnd.between(140, 160), rnd.between(210, 240)];
    const pot: Profile = [
      [w, -h],
      [w - 4, -h + 30],
      [w - 32, -20],
      [w - 44, 0],
    ];
    return {
      body:
        ellipse([0, -h, w, w * 0.11], tones.light) +
        ellipse([0, -h + 2, w - 12, w * 0.1 - 3], "#5a4636") +
        (foliage[detail] ?? rubber)({ pen, accent }, h) +
        path(turned(pot, -0.11), pen.round(tones)) +
        path(band(pot, -h + 34, -h + 44), tones.deep, { "clip-path": pen.clip(turned(pot, -0.11)), ...faded(0.22) }) +
        gloss(pen, pot, 0.3),
      feet: [[0, w - 40]],
    };
  },
};
