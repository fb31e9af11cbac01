import { d, ellipse, faded, group, path, stroke } from "#pictures/pen.ts";
import type { Template } from "./template.ts";

export const game: Template = {
  noun: { ru: "Игра", en: "game", gender: 1 },
  closeUp: [-60, -240, 440],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["hexes", "mountains"]) }) {
    const [w, h] = [rnd.between(430, 460), rnd.between(430, 460)];
    const [left, right] = [-w / 2 - 26, w / 2 - 26];
    const cover = d`M${left} ${-h}H${right}V0H${left}Z`;
    const hexagon = (x: number, y: number, colour: string) =>
      path(d`M${x} ${y - 58}l50 29v58l-50 29l-50 -29v-58Z`, colour);
    const art =
      detail === "hexes"
        ? [0, 1, 2, 3]
            .flatMap((row) =>
              [0, 1, 2, 3, 4].map((column) =>
                hexagon(
                  left + 20 + column * 104 + (row % 2) * 52,
                  -h * 0.58 + row * 90,
                  rnd.pick([accent.base, accent.light, accent.dark, tones.light, "#e9d9b0"]),
                ),
              ),
            )
            .join("")
        : path(d`M${left} 0V-120L-140 -260L-60 -150L40 -310L${right} -90V0Z`, accent.base) +
          path(
            d`M-140 -260L-176 -212L-146 -224L-128 -200L-106 -214ZM40 -310L4 -250L36 -266L60 -244L84 -258Z`,
            "#f7f2e6",
          ) +
          ellipse([right - 84, -h + 190, 40, 40], "#f3cf7a");
    return {
      body:
        path(
          d`M${right} ${-h}L${right + 62} ${-h + 26}V-26L${right} 0Z`,
          pen.across([
            [0, tones.shade],
            [1, tones.deep],
          ]),
        ) +
        path(cover, pen.flat(tones)) +
        group(art, { "clip-path": pen.clip(cover) }) +
        path(d`M${left} ${-h}H${right}V${-h + 132}H${left}Z`, tones.dark, faded(0.94)) +
        stroke(d`M${left + 46} ${-h + 56}H${right - 130}`, ["#fbf3e0", 30], { "stroke-linecap": "butt" }) +
        stroke(d`M${left + 46} ${-h + 100}H${left + 200}`, [accent.light, 12], { "stroke-linecap": "butt" }) +
        [0, 1, 2].map((mark) => ellipse([right - 84 + mark * 26, -h + 58, 9, 9], "#fbf3e0")).join("") +
        stroke(d`M${left} ${-h * 0.32}H${right}L${right + 62} ${-h * 0.3}`, ["#000", 3], faded(0.2)) +
        path(
          cover,
          pen.aslant([
            [0, "#fff", 0.22],
            [0.5, "#fff", 0],
          ]),
        ),
      feet: [[4, w / 2 + 30]],
    };
  },
};
