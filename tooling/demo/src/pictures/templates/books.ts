import { box, d, ellipse, faded, group, path, stroke, type Point } from "#pictures/pen.ts";
import { slab } from "#pictures/shape.ts";
import { paper } from "./parts.ts";
import type { Brief, Draw, Template } from "./template.ts";

const stack: Draw = ({ pen, tones, accent, rnd }) => {
  let y = 0;
  const parts = [tones, accent, paper, tones, accent].map((own) => {
    const [tall, half, shift] = [rnd.between(72, 104), rnd.between(236, 280), rnd.between(-18, 18)];
    y -= tall;
    const [left, right] = [shift - half, shift + half];
    const spine = slab([left, y], [half * 2, tall - 3], 9);
    return (
      path(
        spine,
        pen.down([
          [0, own.glint],
          [0.2, own.base],
          [0.8, own.base],
          [1, own.dark],
        ]),
      ) +
      path(
        spine,
        pen.across([
          [0, "#fff", 0.16],
          [0.4, "#fff", 0],
          [0.9, "#000", 0],
          [1, "#000", 0.16],
        ]),
      ) +
      stroke(
        d`M${left + 34} ${y + 5}V${y + tall - 8}M${right - 34} ${y + 5}V${y + tall - 8}`,
        [own.glint, 4],
        faded(0.6),
      ) +
      stroke(d`M${left + 76} ${y + tall / 2}H${left + rnd.between(190, 300)}`, [own.glint, 15], {
        "stroke-linecap": "butt",
        ...faded(0.85),
      }) +
      ellipse([right - 74, y + tall / 2 - 2, 11, 11], own.glint, faded(0.85))
    );
  });
  return { body: parts.join(""), feet: [[0, 250]] };
};

/** What is printed on the cover. */
function artOf({ accent, rnd }: Brief, [w, h]: Point): Record<string, string> {
  const [left, right] = [-w / 2, w / 2];
  return {
    cover:
      ellipse([20, -h * 0.42, 104, 104], accent.base) +
      path(d`M${left} ${-h * 0.3}C-90 ${-h * 0.46} 60 ${-h * 0.14} ${right} ${-h * 0.34}V0H${left}Z`, accent.dark) +
      path(d`M${left} ${-h * 0.16}C-60 ${-h * 0.3} 90 ${-h * 0.02} ${right} ${-h * 0.18}V0H${left}Z`, accent.deep),
    type: [0, 1, 2].map((row) => box([left + 66, -h * 0.5 + row * 56, w - 128 - row * 70, 30], accent.base)).join(""),
    grid: [0, 1, 2, 3]
      .flatMap((x) =>
        [0, 1, 2].map((y) =>
          rnd.chance(0.5)
            ? ellipse([left + 92 + x * 76, -h * 0.48 + y * 76, 32, 32], accent.base)
            : box([left + 62 + x * 76, -h * 0.48 - 30 + y * 76, 60, 60], accent.shade),
        ),
      )
      .join(""),
  };
}

const single: Draw = (brief) => {
  const { pen, tones, accent, rnd } = brief;
  const [w, h] = [rnd.between(390, 420), rnd.between(560, 600)];
  const [left, right] = [-w / 2, w / 2];
  const cover = d`M${left} ${-h}H${right}V0H${left}Z`;
  return {
    body:
      path(
        d`M${right} ${-h + 12}L${right + 34} ${-h - 4}V-16L${right} 0Z`,
        pen.across([
          [0, "#e9dfcc"],
          [1, "#c9bda6"],
        ]),
      ) +
      path(d`M${left + 6} ${-h}L${left + 44} ${-h - 18}H${right + 36}L${right} ${-h}Z`, "#efe7d8") +
      path(d`M${right + 32} ${-h - 18}h8V-16l-8 4Z`, tones.dark) +
      path(cover, pen.flat(tones)) +
      group(artOf(brief, [w, h])[brief.detail ?? "cover"] ?? "", { "clip-path": pen.clip(cover) }) +
      stroke(d`M${left + 62} ${-h + 84}H${right - 90}M${left + 62} ${-h + 124}H${right - 170}`, [accent.glint, 19], {
        "stroke-linecap": "butt",
      }) +
      stroke(d`M${left + 62} ${-h + 170}H${left + 170}`, [accent.glint, 7], faded(0.8)) +
      path(
        d`M${left} ${-h}h34V0h-34Z`,
        pen.across([
          [0, "#000", 0.22],
          [0.5, "#fff", 0.14],
          [0.8, "#000", 0.16],
          [1, "#000", 0],
        ]),
      ) +
      path(
        cover,
        pen.aslant([
          [0, "#fff", 0.2],
          [0.5, "#fff", 0],
        ]),
      ),
    feet: [[14, w / 2 + 6]],
  };
};

export const books: Template = {
  noun: { ru: "Книга", en: "book", gender: 1 },
  nouns: { stack: { ru: "Книги", en: "books", gender: 3 } },
  closeUp: [-40, -330, 460],
  draw: (brief) => (brief.detail === "stack" ? stack : single)(brief),
};
