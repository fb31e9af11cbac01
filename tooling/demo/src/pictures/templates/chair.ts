import { d, faded, path, stroke } from "#pictures/pen.ts";
import { tube } from "./parts.ts";
import type { Template } from "./template.ts";

export const chair: Template = {
  noun: { ru: "Стул", en: "chair", gender: 0 },
  closeUp: [0, -430, 560],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["slats", "shell"]) }) {
    const back = rnd.between(640, 690);
    const leg = (side: number, [top, foot, y]: readonly [number, number, number]) =>
      path(
        d`M${side * top - 17} -340H${side * top + 17}L${side * foot + 11} ${y}H${side * foot - 11}Z`,
        pen.round(tones),
      );
    const seat = d`M-168 -392C-120 -410 120 -410 168 -392L206 -338C214 -318 196 -308 170 -306H-170C-196 -308 -214 -318 -206 -338Z`;
    const shell = d`M-172 -372C-196 -480 -194 -${back - 40} -150 -${back}C-80 -${back + 26} 80 -${back + 26} 150 -${back}C194 -${back - 40} 196 -480 172 -372C110 -396 -110 -396 -172 -372Z`;
    const slats =
      [-1, 1]
        .map((side) =>
          tube(d`M${side * 158} -370C${side * 166} -500 ${side * 160} -580 ${side * 164} -${back}`, 30, tones),
        )
        .join("") +
      [back - 60, back - 150, back - 240]
        .map((y, row) =>
          path(
            d`M-166 -${y + 32}Q0 -${y + 62} 166 -${y + 32}V-${y - 26}Q0 -${y + 4} -166 -${y - 26}Z`,
            row === 0 ? pen.face(tones) : pen.face({ ...tones, light: tones.base, base: tones.base }),
          ),
        )
        .join("");
    return {
      body:
        leg(-1, [138, 158, -34]) +
        leg(1, [138, 158, -34]) +
        (detail === "shell"
          ? path(shell, pen.round(accent)) +
            path(shell, pen.fade("#fff", 0.18)) +
            stroke(d`M-150 -400C-172 -500 -166 -${back - 60} -128 -${back - 22}`, [accent.glint, 8], faded(0.5))
          : slats) +
        path(d`M-180 -336H180V-292Q0 -280 -180 -292Z`, pen.face({ ...tones, light: tones.shade, base: tones.dark })) +
        leg(-1, [172, 198, 0]) +
        leg(1, [172, 198, 0]) +
        path(
          seat,
          pen.aslant([
            [0, accent.glint],
            [0.5, accent.base],
            [1, accent.shade],
          ]),
        ) +
        path(
          d`M-206 -338C-214 -318 -196 -308 -170 -306H170C196 -308 214 -318 206 -338C120 -326 -120 -326 -206 -338Z`,
          accent.dark,
          faded(0.55),
        ),
      feet: [
        [-158, 15, -34],
        [158, 15, -34],
        [-198, 17],
        [198, 17],
      ],
    };
  },
};
