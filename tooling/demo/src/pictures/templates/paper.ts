import { box, d, ellipse, faded, group, path, stroke } from "../pen.ts";
import { slab, turned, type Profile } from "../shape.ts";
import { ebony, gloss, paper, stitches, vessel, wood } from "./parts.ts";
import type { Template } from "./template.ts";

export const books: Template = {
  noun: { ru: "Книга", en: "book", gender: 1 },
  nouns: { stack: { ru: "Книги", en: "books", gender: 3 } },
  closeUp: [-40, -330, 460],
  draw({ pen, tones, accent, rnd, detail = "cover" }) {
    if (detail === "stack") {
      let y = 0;
      const parts = [tones, accent, paper, tones, accent].map((own) => {
        const [tall, half, shift] = [rnd.between(72, 104), rnd.between(236, 280), rnd.between(-18, 18)];
        y -= tall;
        const [left, right] = [shift - half, shift + half];
        const spine = slab([left, y], [half * 2, tall - 3], 9);
        return (
          path(spine, pen.down([[0, own.glint], [0.2, own.base], [0.8, own.base], [1, own.dark]])) +
          path(spine, pen.across([[0, "#fff", 0.16], [0.4, "#fff", 0], [0.9, "#000", 0], [1, "#000", 0.16]])) +
          stroke(d`M${left + 34} ${y + 5}V${y + tall - 8}M${right - 34} ${y + 5}V${y + tall - 8}`, own.glint, 4, faded(0.6)) +
          stroke(d`M${left + 76} ${y + tall / 2}H${left + rnd.between(190, 300)}`, own.glint, 15, { "stroke-linecap": "butt", ...faded(0.85) }) +
          ellipse([right - 74, y + tall / 2 - 2], [11, 11], own.glint, faded(0.85))
        );
      });
      return { body: parts.join(""), feet: [[0, 250]] };
    }
    const [w, h] = [rnd.between(390, 420), rnd.between(560, 600)];
    const [left, right] = [-w / 2, w / 2];
    const cover = d`M${left} ${-h}H${right}V0H${left}Z`;
    const art: Record<string, string> = {
      cover: ellipse([20, -h * 0.42], [104, 104], accent.base) + path(d`M${left} ${-h * 0.3}C-90 ${-h * 0.46} 60 ${-h * 0.14} ${right} ${-h * 0.34}V0H${left}Z`, accent.dark) + path(d`M${left} ${-h * 0.16}C-60 ${-h * 0.3} 90 ${-h * 0.02} ${right} ${-h * 0.18}V0H${left}Z`, accent.deep),
      type: [0, 1, 2].map((row) => box([left + 66, -h * 0.5 + row * 56], [w - 128 - row * 70, 30], accent.base)).join(""),
      grid: [0, 1, 2, 3].flatMap((x) => [0, 1, 2].map((y) => (rnd.chance(0.5) ? ellipse([left + 92 + x * 76, -h * 0.48 + y * 76], [32, 32], accent.base) : box([left + 62 + x * 76, -h * 0.48 - 30 + y * 76], [60, 60], accent.shade)))).join(""),
    };
    return {
      body:
        path(d`M${right} ${-h + 12}L${right + 34} ${-h - 4}V-16L${right} 0Z`, pen.across([[0, "#e9dfcc"], [1, "#c9bda6"]])) +
        path(d`M${left + 6} ${-h}L${left + 44} ${-h - 18}H${right + 36}L${right} ${-h}Z`, "#efe7d8") +
        path(d`M${right + 32} ${-h - 18}h8V-16l-8 4Z`, tones.dark) +
        path(cover, pen.flat(tones)) +
        group(art[detail] ?? art["cover"]!, { "clip-path": pen.clip(cover) }) +
        stroke(d`M${left + 62} ${-h + 84}H${right - 90}M${left + 62} ${-h + 124}H${right - 170}`, accent.glint, 19, { "stroke-linecap": "butt" }) +
        stroke(d`M${left + 62} ${-h + 170}H${left + 170}`, accent.glint, 7, faded(0.8)) +
        path(d`M${left} ${-h}h34V0h-34Z`, pen.across([[0, "#000", 0.22], [0.5, "#fff", 0.14], [0.8, "#000", 0.16], [1, "#000", 0]])) +
        path(cover, pen.aslant([[0, "#fff", 0.2], [0.5, "#fff", 0]])),
      feet: [[14, w / 2 + 6]],
    };
  },
};

export const notebook: Template = {
  noun: { ru: "Блокнот", en: "notebook", gender: 0 },
  closeUp: [-60, -300, 440],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["band", "rings"]) }) {
    const [w, h] = [rnd.between(380, 410), rnd.between(530, 570)];
    const [left, right] = [-w / 2, w / 2];
    const rings = Array.from({ length: 15 }, (_, row) => {
      const y = -h + 42 + (row * (h - 84)) / 14;
      return ellipse([left + 26, y], [7, 7], ebony.deep) + stroke(d`M${left + 28} ${y}C${left + 8} ${y - 20} ${left - 28} ${y - 14} ${left - 14} ${y + 6}`, "#8d8f95", 6) + stroke(d`M${left + 22} ${y - 5}C${left + 4} ${y - 18} ${left - 20} ${y - 12} ${left - 14} ${y}`, "#e8eaee", 2.4);
    });
    return {
      body:
        path(slab([left + 14, -h + 8], [w + 4, h - 8], 16), "#e6ddca") +
        path(slab([left + 8, -h + 4], [w + 4, h - 4], 16), "#f8f3e8") +
        path(slab([left, -h], [w, h], 22), pen.flat(tones)) +
        path(d`M${left + 40} ${-h}h5V0h-5Z`, tones.deep, faded(0.28)) +
        (detail === "rings" ? rings.join("") : stitches(d`M${left + 20} ${-h + 26}H${right - 20}V-26H${left + 20}Z`, tones.glint) + path(d`M${right - 74} ${-h - 2}h30V2h-30Z`, pen.across([[0, accent.dark], [0.4, accent.light], [1, accent.dark]])) + path(d`M-30 0v34l11 -10l11 10V0Z`, accent.base)) +
        box([-96, -h * 0.66], [190, 92, 6], "#fbf7ee") +
        stroke(d`M-70 ${-h * 0.66 + 36}H66M-70 ${-h * 0.66 + 62}H10`, tones.dark, 7, faded(0.65)) +
        path(slab([left, -h], [w, h], 22), pen.aslant([[0, "#fff", 0.22], [0.5, "#fff", 0]])),
      feet: [[6, w / 2]],
    };
  },
};

export const pencils: Template = {
  noun: { ru: "Карандаши", en: "pencils", gender: 3 },
  closeUp: [0, -400, 460],
  draw({ pen, tones, accent, rnd }) {
    const [w, h] = [rnd.between(146, 164), rnd.between(290, 320)];
    const cup: Profile = [[w, -h], [w, -40], [w - 8, -8], [w - 20, 0]];
    const colours = [accent.base, "#d9a441", tones.dark, "#3d6f8e", accent.shade, "#b4381f", "#7a9a6b"];
    const drawn = colours.map((colour, index) => {
      const x = (index - 3) * 36;
      const tall = rnd.between(190, 270);
      const pencil = path(d`M-17 ${-h + 60}V${-h - tall}H17V${-h + 60}Z`, pen.across([[0, colour], [0.3, "#fff"], [0.34, colour], [0.7, colour], [1, "#4a4038"]]), faded(1)) + path(d`M-17 ${-h - tall}L-4 ${-h - tall - 46}H4L17 ${-h - tall}Q8 ${-h - tall + 9} 0 ${-h - tall}Q-8 ${-h - tall + 9} -17 ${-h - tall}Z`, wood.light) + path(d`M-6 ${-h - tall - 40}L0 ${-h - tall - 60}L6 ${-h - tall - 40}Z`, colour);
      return group(pencil, { transform: d`translate(${x} 0) rotate(${(index - 3) * 3.4} 0 ${-h + 40})` });
    });
    return {
      body:
        ellipse([0, -h], [w, w * 0.11], tones.light) + ellipse([0, -h + 2], [w - 10, w * 0.1 - 2], tones.deep) +
        drawn.join("") +
        path(turned(cup, -0.1), pen.round(tones)) +
        gloss(pen, cup, 0.36),
      feet: [[0, w - 18]],
    };
  },
};

export const game: Template = {
  noun: { ru: "Игра", en: "game", gender: 1 },
  closeUp: [-60, -240, 440],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["hexes", "mountains"]) }) {
    const [w, h] = [rnd.between(430, 460), rnd.between(430, 460)];
    const [left, right] = [-w / 2 - 26, w / 2 - 26];
    const cover = d`M${left} ${-h}H${right}V0H${left}Z`;
    const hexagon = (x: number, y: number, colour: string) => path(d`M${x} ${y - 58}l50 29v58l-50 29l-50 -29v-58Z`, colour);
    const art =
      detail === "hexes"
        ? [0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3, 4].map((column) => hexagon(left + 20 + column * 104 + (row % 2) * 52, -h * 0.58 + row * 90, rnd.pick([accent.base, accent.light, accent.dark, tones.light, "#e9d9b0"])))).join("")
        : path(d`M${left} 0V-120L-140 -260L-60 -150L40 -310L${right} -90V0Z`, accent.base) + path(d`M-140 -260L-176 -212L-146 -224L-128 -200L-106 -214ZM40 -310L4 -250L36 -266L60 -244L84 -258Z`, "#f7f2e6") + ellipse([right - 84, -h + 190], [40, 40], "#f3cf7a");
    return {
      body:
        path(d`M${right} ${-h}L${right + 62} ${-h + 26}V-26L${right} 0Z`, pen.across([[0, tones.shade], [1, tones.deep]])) +
        path(cover, pen.flat(tones)) +
        group(art, { "clip-path": pen.clip(cover) }) +
        path(d`M${left} ${-h}H${right}V${-h + 132}H${left}Z`, tones.dark, faded(0.94)) +
        stroke(d`M${left + 46} ${-h + 56}H${right - 130}`, "#fbf3e0", 30, { "stroke-linecap": "butt" }) +
        stroke(d`M${left + 46} ${-h + 100}H${left + 200}`, accent.light, 12, { "stroke-linecap": "butt" }) +
        [0, 1, 2].map((mark) => ellipse([right - 84 + mark * 26, -h + 58], [9, 9], "#fbf3e0")).join("") +
        stroke(d`M${left} ${-h * 0.32}H${right}L${right + 62} ${-h * 0.3}`, "#000", 3, faded(0.2)) +
        path(cover, pen.aslant([[0, "#fff", 0.22], [0.5, "#fff", 0]])),
      feet: [[4, w / 2 + 30]],
    };
  },
};

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
  draw({ pen, tones, accent, rnd, detail = "car" }) {
    const eye = (x: number, y: number, r = 11) => ellipse([x, y], [r, r * 1.1], "#2a211c") + ellipse([x - 3, y - 4], [r * 0.3, r * 0.3], "#fff");
    const wheel = (x: number) => ellipse([x, -70], [70, 70], pen.bulb(ebony)) + ellipse([x, -70], [42, 42], pen.bulb(wood)) + ellipse([x, -70], [10, 10], wood.deep);
    const drawings: Record<string, () => { body: string; feet: [number, number][] }> = {
      car: () => ({
        body:
          path(d`M-190 -196C-170 -330 -120 -356 -40 -356H60C130 -356 164 -300 186 -200Z`, pen.flat(tones)) +
          path(d`M-144 -210C-132 -290 -104 -312 -56 -312H-14V-210ZM20 -312H58C100 -312 122 -268 134 -210H20Z`, pen.aslant([[0, "#eef6f8"], [1, "#a8c2cb"]])) +
          path(slab([-310, -218], [620, 152], 66), pen.face(tones)) +
          path(d`M-300 -140H300V-118H-300Z`, accent.base) +
          ellipse([282, -160], [20, 25], "#ffe6a1") + ellipse([-290, -160], [14, 20], "#d2492f") +
          wheel(-178) + wheel(178),
        feet: [[-178, 54], [178, 54]],
      }),
      rings: () => {
        const colours = [tones, accent, { ...wood }, tones, accent];
        const rings = colours.map((own, index) => {
          const [r, y] = [204 - index * 30, -40 - index * 76];
          return path(slab([-r, y - 76], [r * 2, 78], 39), pen.round(own)) + path(slab([-r + 24, y - 66], [r * 1.1, 16], 8), "#fff", faded(0.25));
        });
        return { body: path(turned([[214, -42], [220, -20], [210, 0]]), pen.round(wood)) + rings.join("") + ellipse([0, -468], [58, 58], pen.bulb(tones)), feet: [[0, 206]] };
      },
      bear: () => {
        const fur = pen.bulb(tones);
        const limb = (cx: number, cy: number, rx: number) => ellipse([cx, cy], [rx, rx * 1.3], fur);
        return {
          body:
            [-1, 1].map((side) => ellipse([side * 120, -520], [62, 62], fur) + ellipse([side * 120, -514], [36, 36], accent.light)).join("") +
            limb(-176, -232, 62) + limb(176, -232, 62) +
            ellipse([0, -190], [178, 186], fur) + ellipse([0, -170], [112, 124], accent.light, faded(0.85)) +
            [-1, 1].map((side) => ellipse([side * 128, -70], [94, 70], fur) + ellipse([side * 134, -62], [46, 42], accent.light)).join("") +
            ellipse([0, -430], [172, 150], fur) +
            ellipse([0, -392], [78, 60], accent.glint) + ellipse([0, -420], [26, 19], "#33261f") + stroke(d`M0 -402V-382M-30 -374Q-14 -356 0 -378Q14 -356 30 -374`, "#33261f", 6) +
            eye(-66, -456, 13) + eye(66, -456, 13) +
            path(d`M-104 -306Q0 -264 104 -306L112 -276Q0 -232 -112 -276Z`, "#b4381f") + path(d`M40 -268L86 -196L50 -206L34 -180L14 -262Z`, "#9a2d18"),
          feet: [[-124, 86], [124, 86]],
        };
      },
      blocks: () => {
        const block = (x: number, y: number, own: typeof tones, mark: string) => group(path(slab([-92, -184], [184, 184], 16), pen.flat(own)) + path(slab([-70, -162], [140, 140], 10), "#fbf5e8", faded(0.9)) + mark, { transform: d`translate(${x} ${y}) rotate(${rnd.between(-3, 3)} 0 0)` });
        const ring = ellipse([0, -92], [38, 38], "none", { stroke: accent.base, "stroke-width": 18 });
        const triangle = path(d`M0 -136L46 -56H-46Z`, tones.base);
        const cross = stroke(d`M-34 -126L34 -58M34 -126L-34 -58`, "#3d6f8e", 18);
        const pile = block(-104, 0, tones, ring) + block(104, 0, accent, triangle) + block(4, -186, wood, cross);
        return { body: group(pile, { transform: "scale(1.3)" }), feet: [[-135, 118], [135, 118]] };
      },
      rocket: () => {
        const hull: Profile = [[6, -600], [62, -520], [108, -390], [112, -250], [84, -110], [70, -90]];
        const fin = (side: number) => path(d`M${side * 84} -250C${side * 210} -200 ${side * 216} -80 ${side * 190} 0C${side * 150} -70 ${side * 120} -90 ${side * 70} -100Z`, pen.flat(accent));
        return {
          body: fin(-1) + fin(1) + path(turned([[52, -96], [66, -40]]), pen.round(ebony)) + vessel(pen, tones, hull) + path(turned([[6, -600], [62, -520], [84, -468]]), pen.round(accent)) + gloss(pen, hull, 0.4) + ellipse([0, -350], [56, 56], pen.aslant([[0, wood.glint], [1, wood.dark]])) + ellipse([0, -350], [41, 41], pen.ball([[0, "#d9eef5"], [1, "#5f8da3"]])) + path(d`M-14 -170L14 -170L22 0L0 14L-22 0Z`, pen.round(accent)),
          feet: [[-190, 12], [190, 12], [0, 24]],
        };
      },
    };
    return (drawings[detail] ?? drawings["car"]!)();
  },
};
