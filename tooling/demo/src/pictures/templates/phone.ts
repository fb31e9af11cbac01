import { box, d, ellipse, faded, group, path, type Pen, type Point } from "#pictures/pen.ts";
import { slab } from "#pictures/shape.ts";
import { ebony, steel } from "./parts.ts";
import type { Template } from "./template.ts";

const lens = (pen: Pen, [x, y]: Point, rim: string) =>
  ellipse([x, y, 29, 29], ebony.base) +
  ellipse([x, y, 29, 29], "none", { stroke: rim, "stroke-width": 5 }) +
  ellipse(
    [x, y, 14, 14],
    pen.ball([
      [0, "#6f86b8"],
      [1, "#10131c"],
    ]),
  ) +
  ellipse([x - 6, y - 6, 4, 4], "#fff", faded(0.8));

export const phone: Template = {
  noun: { ru: "Смартфон", en: "phone", gender: 0 },
  closeUp: [-120, -440, 420],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["two", "three"]) }) {
    const [w, h] = [270, rnd.between(550, 580)];
    const lenses: readonly Point[] =
      detail === "three"
        ? [
            [-190, -h + 64],
            [-190, -h + 142],
            [-120, -h + 102],
          ]
        : [
            [-190, -h + 64],
            [-190, -h + 142],
          ];
    const screen = slab([-30 + 12, -h + 52], [w - 24, h - 64], 34);
    const wave = (y: number, colour: string) =>
      path(d`M-40 ${y}C60 ${y - 110} 130 ${y + 90} 260 ${y - 70}V0H-40Z`, colour);
    return {
      body:
        path(
          slab([-w, -h], [w, h], 48),
          pen.aslant([
            [0, tones.glint],
            [0.4, tones.base],
            [1, tones.shade],
          ]),
        ) +
        path(slab([-w, -h], [w, h], 48), "none", { stroke: tones.dark, "stroke-width": 4 }) +
        path(
          slab([-w + 34, -h + 22], [detail === "three" ? 168 : 96, 164], 40),
          pen.flat({ ...tones, light: tones.light }),
        ) +
        lenses.map((place) => lens(pen, place, tones.light)).join("") +
        path(
          d`M-42 ${-h + 50}h40V0h-40Z`,
          pen.across([
            [0, "#000", 0],
            [1, "#000", 0.3],
          ]),
          { "clip-path": pen.clip(slab([-w, -h], [w, h], 48)) },
        ) +
        path(slab([-30, -h + 40], [w, h - 40], 46), pen.round(steel)) +
        path(slab([-26, -h + 44], [w - 8, h - 48], 43), "#17161a") +
        path(
          screen,
          pen.down([
            [0, accent.glint],
            [0.55, accent.base],
            [1, accent.dark],
          ]),
        ) +
        group(
          ellipse([150, -h * 0.62, 52, 52], accent.light) + wave(-h * 0.4, tones.base) + wave(-h * 0.26, tones.dark),
          { "clip-path": pen.clip(screen) },
        ) +
        box([-30 + w / 2 - 34, -h + 64, 68, 19, 10], "#17161a") +
        path(
          d`M-18 ${-h + 52}H150L40 -12H-18Z`,
          pen.aslant([
            [0, "#fff", 0.24],
            [1, "#fff", 0],
          ]),
          { "clip-path": pen.clip(screen) },
        ),
      feet: [
        [-120, 150, -8],
        [105, 134],
      ],
    };
  },
};
