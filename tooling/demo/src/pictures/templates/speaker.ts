import { box, d, ellipse, faded, group, path, stroke, type Pen } from "#pictures/pen.ts";
import { slab, strip, turned, type Profile } from "#pictures/shape.ts";
import type { Tones } from "#pictures/colour.ts";
import { brass, ebony, leather, steel, tube } from "./parts.ts";
import type { Draw, Template } from "./template.ts";

const cone = (pen: Pen, [cy, r]: readonly [number, number], accent: Tones) =>
  ellipse(
    [0, cy, r, r],
    pen.aslant([
      [0, ebony.deep],
      [1, ebony.light],
    ]),
  ) +
  ellipse(
    [0, cy, r * 0.86, r * 0.86],
    pen.ball([
      [0, ebony.shade],
      [0.7, ebony.base],
      [1, ebony.light],
    ]),
  ) +
  ellipse([0, cy, r * 0.34, r * 0.34], pen.bulb(accent)) +
  ellipse([0, cy, r * 0.66, r * 0.66], "none", { stroke: ebony.light, "stroke-width": 3, ...faded(0.5) });

const tower: Draw = ({ pen, tones, accent, rnd }) => {
  const [w, h] = [rnd.between(186, 206), rnd.between(560, 620)];
  return {
    body:
      path(
        slab([-w, -h], [w * 2, h - 14], 34),
        pen.aslant([
          [0, tones.glint],
          [0.35, tones.base],
          [1, tones.dark],
        ]),
      ) +
      path(slab([-w + 22, -h + 22], [w * 2 - 44, h - 58], 22), pen.face({ ...ebony, light: ebony.light })) +
      cone(pen, [-h + 140, 84], accent) +
      cone(pen, [-h + 390, 142], accent) +
      ellipse([w - 50, -62, 6, 6], "#8fe3b4") +
      path(
        slab([-w + 22, -h + 22], [w * 2 - 44, h - 58], 22),
        pen.aslant([
          [0, "#fff", 0.16],
          [0.4, "#fff", 0],
        ]),
      ) +
      [-1, 1].map((side) => box([side * (w - 56) - 22, -16, 44, 16, 4], ebony.deep)).join(""),
    feet: [[0, w - 14]],
  };
};

const mesh: Draw = ({ pen, tones, accent, rnd }) => {
  const [w, h] = [rnd.between(168, 190), rnd.between(420, 480)];
  const body: Profile = [
    [w - 40, -h],
    [w - 8, -h + 34],
    [w, -h + 90],
    [w, -80],
    [w - 10, -24],
    [w - 34, 0],
  ];
  const weave = Array.from({ length: 22 }, (_, row) => {
    const y = -h + 40 + (row * (h - 60)) / 22;
    return stroke(d`M${-w} ${y}A${w} ${w * 0.095} 0 0 0 ${w} ${y}`, [row % 2 ? tones.dark : tones.glint, 5], {
      "stroke-dasharray": row % 2 ? "5 7" : "7 5",
      ...faded(0.34),
    });
  });
  return {
    body:
      path(turned(body), pen.round(tones)) +
      group(weave.join("") + path(d`M${-w} -40H${w}V40H${-w}Z`, pen.round(ebony)), {
        "clip-path": pen.clip(turned(body)),
      }) +
      path(strip(body, -0.8, -0.5), pen.glow(0.2)) +
      ellipse([0, -h, w - 40, (w - 40) * 0.12], pen.round(ebony)) +
      ellipse([0, -h, 54, 6], accent.base) +
      tube(d`M${w - 14} ${-h + 120}C${w + 40} ${-h + 140} ${w + 40} ${-h + 250} ${w - 4} ${-h + 262}`, 18, leather),
    feet: [[0, w - 24]],
  };
};

const radio: Draw = ({ pen, tones, accent, rnd }) => {
  const [w, h] = [290, rnd.between(330, 360)];
  const holes = Array.from({ length: 11 }, (_, row) =>
    stroke(d`M${-w + 44} ${-h + 62 + row * 20}H34`, [tones.deep, 6], faded(0.75)),
  );
  return {
    body:
      tube(d`M${-w + 70} ${-h + 6}C${-w + 80} ${-h - 96} ${w - 80} ${-h - 96} ${w - 70} ${-h + 6}`, 24, leather) +
      stroke(d`M${w - 40} ${-h + 8}L${w + 10} ${-h - 210}`, [steel.shade, 6]) +
      ellipse([w + 10, -h - 212, 8, 8], steel.light) +
      path(slab([-w, -h], [w * 2, h - 12], 52), pen.flat(tones)) +
      path(
        slab([-w + 14, -h + 14], [w * 2 - 28, h - 40], 42),
        pen.face({ ...tones, light: tones.base, base: tones.base }),
      ) +
      holes.join("") +
      ellipse([160, -h * 0.6, 84, 84], "#f8f1e2") +
      ellipse([160, -h * 0.6, 84, 84], "none", { stroke: brass.base, "stroke-width": 9 }) +
      [0, 1, 2, 3, 4, 5, 6]
        .map((mark) =>
          stroke(
            d`M${160 + Math.sin(mark - 3) * 58} ${-h * 0.6 - Math.cos((mark - 3) * 0.7) * 58}l${Math.sin((mark - 3) * 0.7) * 12} ${-Math.cos((mark - 3) * 0.7) * 12}`,
            [ebony.base, 5],
          ),
        )
        .join("") +
      stroke(d`M160 ${-h * 0.6}L200 ${-h * 0.6 - 50}`, [accent.base, 7]) +
      ellipse([160, -h * 0.6, 14, 14], pen.bulb(brass)) +
      [96, 160, 224].map((x) => ellipse([x, -66, 21, 21], pen.bulb(brass))).join("") +
      [-1, 1].map((side) => box([side * (w - 70) - 24, -14, 48, 14, 5], ebony.base)).join(""),
    feet: [[0, w - 20]],
  };
};

const designs: Record<string, Draw> = { tower, mesh, radio };

export const speaker: Template = {
  noun: { ru: "Колонка", en: "speaker", gender: 1 },
  nouns: { radio: { ru: "Радиоприёмник", en: "radio", gender: 0 } },
  closeUp: [0, -330, 460],
  draw: (brief) => (designs[brief.detail ?? "tower"] ?? tower)(brief),
};
