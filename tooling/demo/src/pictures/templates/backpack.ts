import { box, d, faded, path, stroke } from "#pictures/pen.ts";
import { slab } from "#pictures/shape.ts";
import { brass, leather, stitches, tube } from "./parts.ts";
import type { Template } from "./template.ts";

export const backpack: Template = {
  noun: { ru: "Рюкзак", en: "backpack", gender: 0 },
  closeUp: [0, -250, 460],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["dome", "roll"]) }) {
    const [w, h] = [rnd.between(204, 224), rnd.between(560, 600)];
    const body =
      detail === "roll"
        ? slab([-w, -h + 40], [w * 2, h - 44], 46)
        : d`M${-w} -70V${-h * 0.62}C${-w} ${-h * 0.9} ${-w * 0.6} ${-h} 0 ${-h}C${w * 0.6} ${-h} ${w} ${-h * 0.9} ${w} ${-h * 0.62}V-70Q${w} -2 ${w - 62} -2H${-w + 62}Q${-w} -2 ${-w} -70Z`;
    const flap = slab([-w - 6, -h], [w * 2 + 12, 96], 40);
    const pocket = slab([-w + 40, -250], [w * 2 - 80, 214], 40);
    const strap = (x: number) =>
      path(
        d`M${x - 15} ${-h + 60}h30V-196h-30Z`,
        pen.across([
          [0, leather.dark],
          [0.4, leather.light],
          [1, leather.dark],
        ]),
      ) + box([x - 23, -218, 46, 36, 6], "none", { stroke: brass.base, "stroke-width": 8 });
    return {
      body:
        [-1, 1]
          .map((side) =>
            tube(
              d`M${side * (w - 30)} ${-h * 0.66}C${side * (w + 58)} ${-h * 0.5} ${side * (w + 56)} -170 ${side * (w - 20)} -46`,
              34,
              { ...tones, glint: tones.light },
            ),
          )
          .join("") +
        tube(d`M-58 ${-h + 26}C-58 ${-h - 62} 58 ${-h - 62} 58 ${-h + 26}`, 24, accent) +
        path(body, pen.round(tones)) +
        path(
          body,
          pen.down([
            [0, "#fff", 0.14],
            [0.4, "#fff", 0],
            [0.75, tones.deep, 0],
            [1, tones.deep, 0.36],
          ]),
        ) +
        (detail === "roll"
          ? path(flap, pen.face(tones)) + stroke(d`M${-w + 8} ${-h + 34}H${w - 8}`, [tones.dark, 4], faded(0.5))
          : stroke(
              d`M${-w + 34} -300V${-h * 0.62}C${-w + 34} ${-h * 0.84} ${-w * 0.5} ${-h + 46} 0 ${-h + 46}C${w * 0.5} ${-h + 46} ${w - 34} ${-h * 0.84} ${w - 34} ${-h * 0.62}V-300`,
              [tones.deep, 7],
              faded(0.5),
            )) +
        path(pocket, tones.deep, { ...faded(0.28), transform: "translate(0 7)" }) +
        path(pocket, pen.flat(tones)) +
        stroke(d`M${-w + 56} -196H${w - 56}`, [tones.deep, 7], faded(0.6)) +
        (detail === "roll"
          ? strap(-92) + strap(92)
          : box([-44, -420, 88, 62, 10], pen.flat(leather)) +
            stitches(d`M-34 -410h68v42h-68Z`, leather.glint) +
            path(d`M${w - 84} -196l10 56h-22Z`, accent.base)) +
        stitches(d`M${-w + 52} -64Q${-w + 54} -48 ${-w + 80} -48H${w - 80}Q${w - 54} -48 ${w - 52} -64`, tones.glint) +
        path(
          d`M${-w + 14} -140V${-h * 0.6}C${-w + 16} ${-h * 0.8} ${-w * 0.66} ${-h * 0.9} ${-w * 0.5} ${-h * 0.93}`,
          "none",
          { stroke: "#fff", "stroke-width": 12, "stroke-linecap": "round", ...faded(0.16) },
        ),
      feet: [[0, w - 26]],
    };
  },
};
