import { box, d, ellipse, faded, group, path, stroke } from "../pen.ts";
import { slab, strip, turned, type Profile } from "../shape.ts";
import { brass, darkWood, gloss, grain, tube, vessel, wood } from "./parts.ts";
import type { Template } from "./template.ts";

export const chair: Template = {
  noun: { ru: "Стул", en: "chair", gender: 0 },
  closeUp: [0, -430, 560],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["slats", "shell"]) }) {
    const back = rnd.between(640, 690);
    const leg = (side: number, [top, foot, y]: readonly [number, number, number]) =>
      path(d`M${side * top - 17} -340H${side * top + 17}L${side * foot + 11} ${y}H${side * foot - 11}Z`, pen.round(tones));
    const seat = d`M-168 -392C-120 -410 120 -410 168 -392L206 -338C214 -318 196 -308 170 -306H-170C-196 -308 -214 -318 -206 -338Z`;
    const shell = d`M-172 -372C-196 -480 -194 -${back - 40} -150 -${back}C-80 -${back + 26} 80 -${back + 26} 150 -${back}C194 -${back - 40} 196 -480 172 -372C110 -396 -110 -396 -172 -372Z`;
    const slats =
      [-1, 1].map((side) => tube(d`M${side * 158} -370C${side * 166} -500 ${side * 160} -580 ${side * 164} -${back}`, 30, tones)).join("") +
      [back - 60, back - 150, back - 240]
        .map((y, row) => path(d`M-166 -${y + 32}Q0 -${y + 62} 166 -${y + 32}V-${y - 26}Q0 -${y + 4} -166 -${y - 26}Z`, row === 0 ? pen.face(tones) : pen.face({ ...tones, light: tones.base, base: tones.base })))
        .join("");
    return {
      body:
        leg(-1, [138, 158, -34]) +
        leg(1, [138, 158, -34]) +
        (detail === "shell" ? path(shell, pen.round(accent)) + path(shell, pen.fade("#fff", 0.18)) + stroke(d`M-150 -400C-172 -500 -166 -${back - 60} -128 -${back - 22}`, accent.glint, 8, faded(0.5)) : slats) +
        path(d`M-180 -336H180V-292Q0 -280 -180 -292Z`, pen.face({ ...tones, light: tones.shade, base: tones.dark })) +
        leg(-1, [172, 198, 0]) +
        leg(1, [172, 198, 0]) +
        path(seat, pen.aslant([[0, accent.glint], [0.5, accent.base], [1, accent.shade]])) +
        path(d`M-206 -338C-214 -318 -196 -308 -170 -306H170C196 -308 214 -318 206 -338C120 -326 -120 -326 -206 -338Z`, accent.dark, faded(0.55)),
      feet: [[-158, 15, -34], [158, 15, -34], [-198, 17], [198, 17]],
    };
  },
};

export const stool: Template = {
  noun: { ru: "Табурет", en: "stool", gender: 0 },
  closeUp: [-60, -360, 460],
  draw({ pen, tones, accent, rnd }) {
    const h = rnd.between(430, 490);
    const seat: Profile = [[188, -h - 8], [204, -h + 22], [198, -h + 54], [184, -h + 62]];
    const leg = (side: number, foot: number, y: number) => path(d`M${side * 110 - 19} ${-h + 60}H${side * 110 + 19}L${foot + 12} ${y}H${foot - 12}Z`, pen.round(tones));
    return {
      body:
        leg(-0.5, -88, -44) +
        leg(0.5, 88, -44) +
        stroke(d`M-150 -150C-90 -180 90 -180 150 -150`, tones.dark, 15) +
        leg(-1.2, -186, 0) +
        leg(1.2, 186, 0) +
        tube(d`M-166 -146C-90 -112 90 -112 166 -146`, 20, tones) +
        path(turned([[186, -h + 44], [180, -h + 78]]), pen.round(tones)) +
        path(turned(seat, 0.12), pen.round(accent)) +
        ellipse([0, -h - 4], [186, 26], pen.aslant([[0, accent.glint], [1, accent.base]])) +
        stroke(d`M-202 ${-h + 26}C-150 ${-h + 58} 150 ${-h + 58} 202 ${-h + 26}`, accent.dark, 3, faded(0.5)),
      feet: [[-88, 12, -44], [88, 12, -44], [-186, 16], [186, 16]],
    };
  },
};

export const armchair: Template = {
  noun: { ru: "Кресло", en: "armchair", gender: 2 },
  closeUp: [-120, -330, 500],
  draw({ pen, tones, accent, rnd }) {
    const back = rnd.between(510, 570);
    const leg = (x: number) => path(d`M${x - 20} -92H${x + 20}L${x + 10} 0H${x - 10}Z`, pen.round(darkWood));
    const soft = pen.bulb(tones);
    const seam = (shape: string) => stroke(shape, tones.dark, 3, faded(0.5));
    return {
      body:
        leg(-208) + leg(208) +
        path(slab([-232, -back], [464, back - 130], 96), pen.round(tones)) +
        path(slab([-232, -back], [464, back - 130], 96), pen.fade("#fff", 0.16)) +
        [-70, 70].map((x) => seam(d`M${x} ${-back + 22}Q${x * 1.08} ${-back + 140} ${x} -260`)).join("") +
        path(d`M-226 -196H226V-84Q0 -70 -226 -84Z`, pen.face({ ...tones, light: tones.shade, base: tones.shade, shade: tones.dark })) +
        path(slab([-206, -290], [412, 116], 44), soft) +
        seam(d`M-190 -196Q0 -182 190 -196`) +
        [-1, 1].map((side) => path(slab([side > 0 ? 196 : -306, -352], [110, 272], 50), pen.round(tones)) + path(slab([side > 0 ? 206 : -296, -344], [90, 90], 44), pen.fade("#fff", 0.28))).join("") +
        group(path(slab([-96, -410], [180, 150], 34), pen.bulb(accent)) + stroke(d`M-82 -390Q-6 -376 70 -390`, accent.dark, 3, faded(0.35)), { transform: "rotate(-5 0 -300)" }),
      feet: [[-208, 30], [208, 30], [0, 210, -10]],
    };
  },
};

export const cabinet: Template = {
  noun: { ru: "Тумба", en: "cabinet", gender: 1 },
  closeUp: [0, -330, 460],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["drawers", "niche"]) }) {
    const [w, h] = [rnd.between(220, 246), rnd.between(480, 540)];
    const leg = (side: number) => path(d`M${side * (w - 62) - 18} -124H${side * (w - 62) + 18}L${side * (w - 34) + 9} 0H${side * (w - 34) - 9}Z`, pen.round(tones));
    const drawer = (y: number, tall: number) =>
      path(slab([-w + 26, y], [w * 2 - 52, tall], 8), pen.flat(accent)) + path(d`M${-w + 26} ${y + tall - 3}h${w * 2 - 52}v5h${-w * 2 + 52}Z`, accent.deep, faded(0.4)) + ellipse([0, y + tall / 2], [17, 17], pen.bulb(brass));
    const half = (h - 178) / 2;
    const niche =
      box([-w + 26, -h + 46], [w * 2 - 52, half - 6], tones.deep) +
      [-120, -92, -70, -36].map((x, index) => box([x, -h + 46 + half - 6 - 96 - (index % 3) * 8], [24, 96 + (index % 3) * 8, 2], [accent.base, "#f3eadb", accent.dark, "#c8a86a"][index]!)).join("") +
      path(d`M${-w + 26} ${-h + 46}h${w * 2 - 52}v24h${-w * 2 + 52}Z`, pen.fade("#000", 0.3));
    return {
      body:
        leg(-1) + leg(1) +
        path(slab([-w, -h + 14], [w * 2, h - 130], 12), pen.flat(tones)) +
        grain(rnd, [-w + 8, -h + 30, w - 8, -124], tones.dark) +
        (detail === "niche" ? niche : drawer(-h + 46, half - 6)) +
        drawer(-h + 46 + half + 6, half - 6) +
        path(d`M${-w - 4} ${-h + 24}L${-w + 26} ${-h - 8}H${w - 26}L${w + 4} ${-h + 24}Z`, tones.glint) +
        path(d`M${-w - 4} ${-h + 24}H${w + 4}V${-h + 36}H${-w - 4}Z`, tones.base),
      feet: [[-w + 34, 16], [w - 34, 16], [0, w - 30, -14]],
    };
  },
};

export const pillow: Template = {
  noun: { ru: "Подушка", en: "cushion", gender: 1 },
  closeUp: [-100, -330, 480],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["plain", "stripes", "checks"]) }) {
    const w = rnd.between(268, 292);
    const h = w * 1.82;
    const shape = d`M${-w} ${-h}C${-w * 0.4} ${-h + 34} ${w * 0.4} ${-h + 34} ${w} ${-h}C${w - 30} ${-h * 0.7} ${w - 30} ${-h * 0.3} ${w - 6} ${-8}C${w * 0.4} 8 ${-w * 0.4} 8 ${-w + 6} ${-8}C${-w + 30} ${-h * 0.3} ${-w + 30} ${-h * 0.7} ${-w} ${-h}Z`;
    const lines = Array.from({ length: 9 }, (_, index) => {
      const x = -w + 30 + index * (w / 4.2);
      return stroke(d`M${x} ${-h}C${x * 1.12} ${-h * 0.7} ${x * 1.12} ${-h * 0.3} ${x} 0`, accent.base, index % 2 ? 7 : 20);
    });
    const rows = Array.from({ length: 9 }, (_, index) => {
      const y = -h + 20 + index * (h / 8.4);
      return stroke(d`M${-w} ${y}Q0 ${y + (y + h / 2) * 0.12} ${w} ${y}`, accent.base, index % 2 ? 7 : 20);
    });
    return {
      body:
        path(shape, pen.bulb(tones)) +
        group(detail === "plain" ? "" : lines.join("") + (detail === "checks" ? group(rows.join(""), faded(0.7)) : ""), { "clip-path": pen.clip(shape), ...faded(0.8) }) +
        path(shape, pen.spot([[0.5, tones.deep, 0], [1, tones.deep, 0.42]])) +
        stroke(shape, accent.shade, 7) +
        stroke(d`M${-w * 0.76} ${-h * 0.9}C${-w * 0.6} ${-h * 0.82} ${-w * 0.6} ${-h * 0.74} ${-w * 0.58} ${-h * 0.66}`, tones.dark, 4, faded(0.3)) +
        stroke(d`M${w * 0.74} ${-h * 0.12}C${w * 0.62} ${-h * 0.18} ${w * 0.6} ${-h * 0.24} ${w * 0.58} ${-h * 0.34}`, tones.deep, 4, faded(0.3)),
      feet: [[0, w - 30]],
    };
  },
};

/** A stack of soft things, each folded so that the bend shows on the left. */
export const stack: Template = {
  noun: { ru: "Плед", en: "throw", gender: 0 },
  nouns: {
    towels: { ru: "Полотенца", en: "towels", gender: 3 },
    knit: { ru: "Джемпер", en: "jumper", gender: 0 },
    linen: { ru: "Бельё", en: "bed linen", gender: 2 },
  },
  closeUp: [-160, -170, 420],
  draw({ pen, tones, accent, rnd, detail = "throw" }) {
    const layers = detail === "towels" ? 4 : 3;
    const tall = detail === "throw" || detail === "knit" ? 124 : 104;
    const parts = Array.from({ length: layers }, (_, index) => {
      const y = -tall * (index + 1);
      const [left, right] = [-270 + rnd.between(-10, 10), 262 + rnd.between(-12, 12)];
      const paint = detail === "throw" || index % 2 === 0 || detail === "linen" ? tones : accent;
      const shape = d`M${left + 46} ${y}H${right - 18}Q${right} ${y} ${right} ${y + 18}V${y + tall - 18}Q${right} ${y + tall} ${right - 18} ${y + tall}H${left + 46}C${left - 16} ${y + tall} ${left - 16} ${y} ${left + 46} ${y}Z`;
      const folds = [0.36, 0.68].map((share) => stroke(d`M${left + 62} ${y + tall * share}C${left + 26} ${y + tall * share} ${left + 24} ${y + tall * 0.5} ${left + 44} ${y + tall * 0.5}M${left + 62} ${y + tall * share}H${right - 4}`, paint.dark, 4, faded(0.42)));
      const ribs = Array.from({ length: 34 }, (__, rib) => stroke(d`M${left + 50 + rib * 14} ${y + 8}V${y + tall - 8}`, paint.dark, 2.6, faded(0.26)));
      const border = stroke(d`M${right - 96} ${y + 3}V${y + tall - 3}M${right - 74} ${y + 3}V${y + tall - 3}`, detail === "towels" ? "#fff" : accent.base, 9, faded(0.55));
      const stripes = [0.2, 0.5, 0.8].map((share) => stroke(d`M${left + 30} ${y + tall * share}H${right}`, accent.base, 9, faded(0.75)));
      return (
        path(shape, pen.across([[0, paint.dark], [0.07, paint.light], [0.3, paint.glint], [0.6, paint.base], [1, paint.shade]])) +
        (detail === "throw" && index === 1 ? group(stripes.join(""), { "clip-path": pen.clip(shape) }) : "") +
        (detail === "knit" ? ribs.join("") : folds.join("")) +
        (detail === "towels" ? border : "") +
        path(d`M${left + 20} ${y + tall - 16}H${right - 6}Q${right - 6} ${y + tall} ${right - 18} ${y + tall}H${left + 40}Z`, paint.deep, faded(0.16))
      );
    });
    const top = -tall * layers;
    const fringe = Array.from({ length: 26 }, (_, index) => {
      const x = -190 + index * 15.2;
      return stroke(d`M${x} ${top + tall - 6}Q${x + rnd.between(-8, 8)} ${top + tall + 20} ${x + rnd.between(-8, 8)} ${top + tall + 44}`, index % 3 ? tones.light : tones.shade, 5);
    });
    const belt = path(d`M60 ${top - 5}H128V4H60Z`, pen.round({ ...wood, glint: "#f7f1e4", light: "#f4ecdd", base: "#eee5d3", shade: "#e0d5bf", dark: "#d0c4ac" })) + stroke(d`M76 ${top * 0.5}H112M82 ${top * 0.5 + 16}H106`, "#8d8168", 5);
    return {
      body: parts.join("") + (detail === "throw" ? fringe.join("") : "") + (detail === "linen" ? belt : ""),
      feet: [[0, 250]],
    };
  },
};

export const pump: Template = {
  noun: { ru: "Флакон", en: "bottle", gender: 0 },
  closeUp: [0, -280, 460],
  draw({ pen, tones, accent, rnd }) {
    const [w, h] = [rnd.between(124, 144), rnd.between(360, 410)];
    const profile: Profile = [[38, -h - 20], [42, -h + 2], [w - 16, -h + 34], [w, -h + 82], [w, -30], [w - 10, -6], [w - 20, 0]];
    const label = d`M${-w * 0.62} ${-h * 0.66}q${w * 0.62} 12 ${w * 1.24} 0v${h * 0.44}q${-w * 0.62} 12 ${-w * 1.24} 0Z`;
    const collar: Profile = [[44, -h - 60], [48, -h - 14]];
    return {
      body:
        path(d`M-9 ${-h - 60}h18v-54h-18Z`, pen.round(accent)) +
        path(d`M-118 ${-h - 132}C-118 ${-h - 150} -96 ${-h - 154} -60 ${-h - 152}L46 ${-h - 146}Q58 ${-h - 142} 56 ${-h - 128}Q52 ${-h - 106} 30 ${-h - 106}H-30C-70 ${-h - 108} -92 ${-h - 118} -96 ${-h - 96}H-116Z`, pen.face(accent)) +
        vessel(pen, tones, profile) +
        gloss(pen, profile, 0.5) +
        path(turned(collar), pen.round(accent)) +
        path(strip(collar, -0.7, -0.4), pen.glow(0.4)) +
        path(label, "#faf6ee") +
        group(ellipse([0, -h * 0.53], [16, 16], tones.base) + stroke(d`M${-w * 0.36} ${-h * 0.4}q${w * 0.36} 7 ${w * 0.72} 0`, tones.dark, 8) + stroke(d`M${-w * 0.24} ${-h * 0.4 + 22}q${w * 0.24} 5 ${w * 0.48} 0M${-w * 0.24} ${-h * 0.4 + 40}q${w * 0.24} 5 ${w * 0.4} 0`, tones.dark, 4.5), faded(0.85)),
      feet: [[0, w - 16]],
    };
  },
};
