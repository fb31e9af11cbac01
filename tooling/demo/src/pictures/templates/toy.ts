import { d, ellipse, faded, group, path, stroke, type Pen, type Point } from "#pictures/pen.ts";
import { slab, turned, type Profile } from "#pictures/shape.ts";
import { ebony, gloss, vessel, wood } from "./parts.ts";
import type { Draw, Template } from "./template.ts";

const wheel = (pen: Pen, x: number) =>
  ellipse([x, -70, 70, 70], pen.bulb(ebony)) +
  ellipse([x, -70, 42, 42], pen.bulb(wood)) +
  ellipse([x, -70, 10, 10], wood.deep);

const car: Draw = ({ pen, tones, accent }) => ({
  body:
    path(d`M-190 -196C-170 -330 -120 -356 -40 -356H60C130 -356 164 -300 186 -200Z`, pen.flat(tones)) +
    path(
      d`M-144 -210C-132 -290 -104 -312 -56 -312H-14V-210ZM20 -312H58C100 -312 122 -268 134 -210H20Z`,
      pen.aslant([
        [0, "#eef6f8"],
        [1, "#a8c2cb"],
      ]),
    ) +
    path(slab([-310, -218], [620, 152], 66), pen.face(tones)) +
    path(d`M-300 -140H300V-118H-300Z`, accent.base) +
    ellipse([282, -160, 20, 25], "#ffe6a1") +
    ellipse([-290, -160, 14, 20], "#d2492f") +
    wheel(pen, -178) +
    wheel(pen, 178),
  feet: [
    [-178, 54],
    [178, 54],
  ],
});

const rings: Draw = ({ pen, tones, accent }) => {
  const colours = [tones, accent, { ...wood }, tones, accent];
  const rings = colours.map((own, index) => {
    const [r, y] = [204 - index * 30, -40 - index * 76];
    return (
      path(slab([-r, y - 76], [r * 2, 78], 39), pen.round(own)) +
      path(slab([-r + 24, y - 66], [r * 1.1, 16], 8), "#fff", faded(0.25))
    );
  });
  return {
    body:
      path(
        turned([
          [214, -42],
          [220, -20],
          [210, 0],
        ]),
        pen.round(wood),
      ) +
      rings.join("") +
      ellipse([0, -468, 58, 58], pen.bulb(tones)),
    feet: [[0, 206]],
  };
};

const eye = ([x, y]: Point) => ellipse([x, y, 13, 14.3], "#2a211c") + ellipse([x - 3, y - 4, 3.9, 3.9], "#fff");

const bear: Draw = ({ pen, tones, accent }) => {
  const fur = pen.bulb(tones);
  const limb = (cx: number, cy: number, rx: number) => ellipse([cx, cy, rx, rx * 1.3], fur);
  return {
    body:
      [-1, 1]
        .map((side) => ellipse([side * 120, -520, 62, 62], fur) + ellipse([side * 120, -514, 36, 36], accent.light))
        .join("") +
      limb(-176, -232, 62) +
      limb(176, -232, 62) +
      ellipse([0, -190, 178, 186], fur) +
      ellipse([0, -170, 112, 124], accent.light, faded(0.85)) +
      [-1, 1]
        .map((side) => ellipse([side * 128, -70, 94, 70], fur) + ellipse([side * 134, -62, 46, 42], accent.light))
        .join("") +
      ellipse([0, -430, 172, 150], fur) +
      ellipse([0, -392, 78, 60], accent.glint) +
      ellipse([0, -420, 26, 19], "#33261f") +
      stroke(d`M0 -402V-382M-30 -374Q-14 -356 0 -378Q14 -356 30 -374`, ["#33261f", 6]) +
      eye([-66, -456]) +
      eye([66, -456]) +
      path(d`M-104 -306Q0 -264 104 -306L112 -276Q0 -232 -112 -276Z`, "#b4381f") +
      path(d`M40 -268L86 -196L50 -206L34 -180L14 -262Z`, "#9a2d18"),
    feet: [
      [-124, 86],
      [124, 86],
    ],
  };
};

const blocks: Draw = ({ pen, tones, accent, rnd }) => {
  const block = ([x, y]: Point, own: typeof tones, mark: string) =>
    group(
      path(slab([-92, -184], [184, 184], 16), pen.flat(own)) +
        path(slab([-70, -162], [140, 140], 10), "#fbf5e8", faded(0.9)) +
        mark,
      { transform: d`translate(${x} ${y}) rotate(${rnd.between(-3, 3)} 0 0)` },
    );
  const ring = ellipse([0, -92, 38, 38], "none", { stroke: accent.base, "stroke-width": 18 });
  const triangle = path(d`M0 -136L46 -56H-46Z`, tones.base);
  const cross = stroke(d`M-34 -126L34 -58M34 -126L-34 -58`, ["#3d6f8e", 18]);
  const pile = block([-104, 0], tones, ring) + block([104, 0], accent, triangle) + block([4, -186], wood, cross);
  return {
    body: group(pile, { transform: "scale(1.3)" }),
    feet: [
      [-135, 118],
      [135, 118],
    ],
  };
};

const rocket: Draw = ({ pen, tones, accent }) => {
  const hull: Profile = [
    [6, -600],
    [62, -520],
    [108, -390],
    [112, -250],
    [84, -110],
    [70, -90],
  ];
  const fin = (side: number) =>
    path(
      d`M${side * 84} -250C${side * 210} -200 ${side * 216} -80 ${side * 190} 0C${side * 150} -70 ${side * 120} -90 ${side * 70} -100Z`,
      pen.flat(accent),
    );
  return {
    body:
      fin(-1) +
      fin(1) +
      path(
        turned([
          [52, -96],
          [66, -40],
        ]),
        pen.round(ebony),
      ) +
      vessel(pen, tones, hull) +
      path(
        turned([
          [6, -600],
          [62, -520],
          [84, -468],
        ]),
        pen.round(accent),
      ) +
      gloss(pen, hull, 0.4) +
      ellipse(
        [0, -350, 56, 56],
        pen.aslant([
          [0, wood.glint],
          [1, wood.dark],
        ]),
      ) +
      ellipse(
        [0, -350, 41, 41],
        pen.ball([
          [0, "#d9eef5"],
          [1, "#5f8da3"],
        ]),
      ) +
      path(d`M-14 -170L14 -170L22 0L0 14L-22 0Z`, pen.round(accent)),
    feet: [
      [-190, 12],
      [190, 12],
      [0, 24],
    ],
  };
};

const designs: Record<string, Draw> = { car, rings, bear, blocks, rocket };

export const toy: Template = {
  noun: { ru: "Игрушка", en: "toy", gender: 1 },
  nouns: {
    car: { ru: "Машинка", en: "toy car", gender: 1 },
    rings: { ru: "Пирамидка", en: "stacking rings", gender: 1 },
    bear: { ru: "Мишка", en: "bear", gender: 0 },
    blocks: { ru: "Кубики", en: "blocks", gender: 3 },
    rocket: { ru: "Ракета", en: "rocket", gender: 1 },
  },
  closeUp: [0, -250, 460],
  draw: (brief) => (designs[brief.detail ?? "car"] ?? car)(brief),
};
