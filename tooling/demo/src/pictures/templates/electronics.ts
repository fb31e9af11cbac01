import { box, d, ellipse, faded, group, path, stroke } from "../pen.ts";
import { slab, strip, turned, type Profile } from "../shape.ts";
import { brass, ebony, leather, steel, tube } from "./parts.ts";
import type { Template } from "./template.ts";

export const speaker: Template = {
  noun: { ru: "Колонка", en: "speaker", gender: 1 },
  nouns: { radio: { ru: "Радиоприёмник", en: "radio", gender: 0 } },
  closeUp: [0, -330, 460],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["tower", "mesh"]) }) {
    const cone = (cy: number, r: number) =>
      ellipse([0, cy], [r, r], pen.aslant([[0, ebony.deep], [1, ebony.light]])) +
      ellipse([0, cy], [r * 0.86, r * 0.86], pen.ball([[0, ebony.shade], [0.7, ebony.base], [1, ebony.light]])) +
      ellipse([0, cy], [r * 0.34, r * 0.34], pen.bulb(accent)) +
      ellipse([0, cy], [r * 0.66, r * 0.66], "none", { stroke: ebony.light, "stroke-width": 3, ...faded(0.5) });
    if (detail === "mesh") {
      const [w, h] = [rnd.between(168, 190), rnd.between(420, 480)];
      const body: Profile = [[w - 40, -h], [w - 8, -h + 34], [w, -h + 90], [w, -80], [w - 10, -24], [w - 34, 0]];
      const weave = Array.from({ length: 22 }, (_, row) => {
        const y = -h + 40 + (row * (h - 60)) / 22;
        return stroke(d`M${-w} ${y}A${w} ${w * 0.095} 0 0 0 ${w} ${y}`, row % 2 ? tones.dark : tones.glint, 5, { "stroke-dasharray": row % 2 ? "5 7" : "7 5", ...faded(0.34) });
      });
      return {
        body:
          path(turned(body), pen.round(tones)) +
          group(weave.join("") + path(d`M${-w} -40H${w}V40H${-w}Z`, pen.round(ebony)), { "clip-path": pen.clip(turned(body)) }) +
          path(strip(body, -0.8, -0.5), pen.glow(0.2)) +
          ellipse([0, -h], [w - 40, (w - 40) * 0.12], pen.round(ebony)) +
          ellipse([0, -h], [54, 6], accent.base) +
          tube(d`M${w - 14} ${-h + 120}C${w + 40} ${-h + 140} ${w + 40} ${-h + 250} ${w - 4} ${-h + 262}`, 18, leather),
        feet: [[0, w - 24]],
      };
    }
    if (detail === "radio") {
      const [w, h] = [290, rnd.between(330, 360)];
      const holes = Array.from({ length: 11 }, (_, row) => stroke(d`M${-w + 44} ${-h + 62 + row * 20}H34`, tones.deep, 6, faded(0.75)));
      return {
        body:
          tube(d`M${-w + 70} ${-h + 6}C${-w + 80} ${-h - 96} ${w - 80} ${-h - 96} ${w - 70} ${-h + 6}`, 24, leather) +
          stroke(d`M${w - 40} ${-h + 8}L${w + 10} ${-h - 210}`, steel.shade, 6) + ellipse([w + 10, -h - 212], [8, 8], steel.light) +
          path(slab([-w, -h], [w * 2, h - 12], 52), pen.flat(tones)) +
          path(slab([-w + 14, -h + 14], [w * 2 - 28, h - 40], 42), pen.face({ ...tones, light: tones.base, base: tones.base })) +
          holes.join("") +
          ellipse([160, -h * 0.6], [84, 84], "#f8f1e2") + ellipse([160, -h * 0.6], [84, 84], "none", { stroke: brass.base, "stroke-width": 9 }) +
          [0, 1, 2, 3, 4, 5, 6].map((mark) => stroke(d`M${160 + Math.sin(mark - 3) * 58} ${-h * 0.6 - Math.cos((mark - 3) * 0.7) * 58}l${Math.sin((mark - 3) * 0.7) * 12} ${-Math.cos((mark - 3) * 0.7) * 12}`, ebony.base, 5)).join("") +
          stroke(d`M160 ${-h * 0.6}L200 ${-h * 0.6 - 50}`, accent.base, 7) + ellipse([160, -h * 0.6], [14, 14], pen.bulb(brass)) +
          [96, 160, 224].map((x) => ellipse([x, -66], [21, 21], pen.bulb(brass))).join("") +
          [-1, 1].map((side) => box([side * (w - 70) - 24, -14], [48, 14, 5], ebony.base)).join(""),
        feet: [[0, w - 20]],
      };
    }
    const [w, h] = [rnd.between(186, 206), rnd.between(560, 620)];
    return {
      body:
        path(slab([-w, -h], [w * 2, h - 14], 34), pen.aslant([[0, tones.glint], [0.35, tones.base], [1, tones.dark]])) +
        path(slab([-w + 22, -h + 22], [w * 2 - 44, h - 58], 22), pen.face({ ...ebony, light: ebony.light })) +
        cone(-h + 140, 84) +
        cone(-h + 390, 142) +
        ellipse([w - 50, -62], [6, 6], "#8fe3b4") +
        path(slab([-w + 22, -h + 22], [w * 2 - 44, h - 58], 22), pen.aslant([[0, "#fff", 0.16], [0.4, "#fff", 0]])) +
        [-1, 1].map((side) => box([side * (w - 56) - 22, -16], [44, 16, 4], ebony.deep)).join(""),
      feet: [[0, w - 14]],
    };
  },
};

export const headphones: Template = {
  noun: { ru: "Наушники", en: "headphones", gender: 3 },
  closeUp: [170, -190, 420],
  draw({ pen, tones, accent, rnd }) {
    const [reach, h] = [rnd.between(190, 208), rnd.between(520, 570)];
    const arch = (inset: number) => d`M${-reach + inset} -190C${-reach - 26 + inset} ${-h * 0.86} ${-reach * 0.5} ${-h + inset} 0 ${-h + inset}C${reach * 0.5} ${-h + inset} ${reach + 26 - inset} ${-h * 0.86} ${reach - inset} -190`;
    const cup = (side: number) => {
      const x = side * reach;
      return (
        path(slab([side > 0 ? x - 84 : x + 14, -270], [70, 244], 34), pen.round(ebony)) +
        path(slab([x - 46, -292], [92, 292], 46), pen.round(tones)) +
        path(slab([side > 0 ? x + 2 : x - 46, -268], [44, 244], 22), pen.round({ ...tones, base: tones.light, glint: tones.glint })) +
        ellipse([x + side * 24, -146], [9, 46], accent.base)
      );
    };
    return {
      body:
        tube(arch(26), 34, ebony) +
        tube(arch(0), 40, tones) +
        stroke(d`M${-reach * 0.78} ${-h * 0.79}C${-reach * 0.5} ${-h * 0.96} ${reach * 0.5} ${-h * 0.96} ${reach * 0.78} ${-h * 0.79}`, accent.shade, 46) +
        stroke(d`M${-reach * 0.78} ${-h * 0.79 - 8}C${-reach * 0.5} ${-h * 0.96 - 10} ${reach * 0.5} ${-h * 0.96 - 10} ${reach * 0.78} ${-h * 0.79 - 8}`, accent.light, 18, faded(0.8)) +
        [-1, 1].map((side) => tube(d`M${side * (reach + 2)} -330V-210`, 22, steel)).join("") +
        cup(-1) +
        cup(1),
      feet: [[-reach, 46], [reach, 46]],
    };
  },
};

export const phone: Template = {
  noun: { ru: "Смартфон", en: "phone", gender: 0 },
  closeUp: [-120, -440, 420],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["two", "three"]) }) {
    const [w, h] = [270, rnd.between(550, 580)];
    const lens = (x: number, y: number) => ellipse([x, y], [29, 29], ebony.base) + ellipse([x, y], [29, 29], "none", { stroke: tones.light, "stroke-width": 5 }) + ellipse([x, y], [14, 14], pen.ball([[0, "#6f86b8"], [1, "#10131c"]])) + ellipse([x - 6, y - 6], [4, 4], "#fff", faded(0.8));
    const lenses = detail === "three" ? [[-190, -h + 64], [-190, -h + 142], [-120, -h + 102]] : [[-190, -h + 64], [-190, -h + 142]];
    const screen = slab([-30 + 12, -h + 52], [w - 24, h - 64], 34);
    const wave = (y: number, colour: string) => path(d`M-40 ${y}C60 ${y - 110} 130 ${y + 90} 260 ${y - 70}V0H-40Z`, colour);
    return {
      body:
        path(slab([-w, -h], [w, h], 48), pen.aslant([[0, tones.glint], [0.4, tones.base], [1, tones.shade]])) +
        path(slab([-w, -h], [w, h], 48), "none", { stroke: tones.dark, "stroke-width": 4 }) +
        path(slab([-w + 34, -h + 22], [detail === "three" ? 168 : 96, 164], 40), pen.flat({ ...tones, light: tones.light })) +
        lenses.map(([x, y]) => lens(x!, y!)).join("") +
        path(d`M-42 ${-h + 50}h40V0h-40Z`, pen.across([[0, "#000", 0], [1, "#000", 0.3]]), { "clip-path": pen.clip(slab([-w, -h], [w, h], 48)) }) +
        path(slab([-30, -h + 40], [w, h - 40], 46), pen.round(steel)) +
        path(slab([-26, -h + 44], [w - 8, h - 48], 43), "#17161a") +
        path(screen, pen.down([[0, accent.glint], [0.55, accent.base], [1, accent.dark]])) +
        group(ellipse([150, -h * 0.62], [52, 52], accent.light) + wave(-h * 0.4, tones.base) + wave(-h * 0.26, tones.dark), { "clip-path": pen.clip(screen) }) +
        box([-30 + w / 2 - 34, -h + 64], [68, 19, 10], "#17161a") +
        path(d`M-18 ${-h + 52}H150L40 -12H-18Z`, pen.aslant([[0, "#fff", 0.24], [1, "#fff", 0]]), { "clip-path": pen.clip(screen) }),
      feet: [[-120, 150, -8], [105, 134]],
    };
  },
};

export const keyboard: Template = {
  noun: { ru: "Клавиатура", en: "keyboard", gender: 1 },
  closeUp: [-160, -170, 400],
  draw({ pen, tones, accent, rnd }) {
    const rows = [14, 14, 13, 12, 7];
    const [top, foot] = [-310, -44];
    const width = (y: number) => 330 + ((y - top) / (foot - top)) * 48;
    const accents = new Set([rnd.whole(0, 6), 13, 27]);
    let count = 0;
    const keys = rows.map((keysInRow, row) => {
      const y = top + 26 + row * 46;
      const half = width(y) - 22;
      const step = (half * 2) / (row === 4 ? 12 : keysInRow);
      let x = -half;
      return Array.from({ length: keysInRow }, (_, key) => {
        const wide = row === 4 && key === 3 ? 6 : 1;
        const own = accents.has(count++) || (row === 4 && key === 3) ? accent : tones;
        const cap = box([x + 3, y + 4], [step * wide - 6, 40, 8], own.dark) + box([x + 5, y], [step * wide - 10, 35, 7], pen.face({ ...own, light: own.glint, base: own.light, shade: own.base }));
        x += step * wide;
        return cap;
      }).join("");
    });
    const plate = d`M${-width(top) + 14} ${top}H${width(top) - 14}Q${width(top)} ${top} ${width(top) + 3} ${top + 16}L${width(foot)} ${foot}H${-width(foot)}L${-width(top) - 3} ${top + 16}Q${-width(top)} ${top} ${-width(top) + 14} ${top}Z`;
    return {
      body:
        path(plate, pen.flat({ ...tones, light: tones.base, base: tones.shade, shade: tones.dark })) +
        keys.join("") +
        path(d`M${-width(foot)} ${foot}H${width(foot)}V-12Q${width(foot)} 0 ${width(foot) - 14} 0H${-width(foot) + 14}Q${-width(foot)} 0 ${-width(foot)} -12Z`, pen.face({ ...tones, light: tones.base, base: tones.shade, shade: tones.dark })) +
        stroke(d`M${-width(foot) + 10} ${foot + 2}H${width(foot) - 10}`, tones.glint, 3, faded(0.6)),
      feet: [[0, 360]],
    };
  },
};

export const camera: Template = {
  noun: { ru: "Фотоаппарат", en: "camera", gender: 0 },
  closeUp: [0, -200, 440],
  draw({ pen, tones, accent, rnd }) {
    const [w, h] = [rnd.between(280, 300), rnd.between(350, 380)];
    return {
      body:
        box([-w + 60, -h - 26], [92, 34, 8], pen.round(steel)) + box([w - 150, -h - 36], [66, 44, 10], pen.round(accent)) +
        path(d`M-100 ${-h + 12}L-72 ${-h - 62}Q-66 ${-h - 74} -50 ${-h - 74}H50Q66 ${-h - 74} 72 ${-h - 62}L100 ${-h + 12}Z`, pen.face(steel)) +
        box([-50, -h - 56], [100, 42, 8], pen.aslant([[0, "#fffbe9"], [1, "#cfc8b4"]])) +
        path(slab([-w, -h], [w * 2, h], 42), pen.face(steel)) +
        path(d`M${-w} ${-h + 66}H${w}V-58H${-w}Z`, pen.flat(tones)) +
        stroke(d`M${-w} ${-h + 66}H${w}M${-w} -58H${w}`, tones.deep, 3, faded(0.4)) +
        [186, 164, 150, 112].map((r, ring) => ellipse([0, -h * 0.47], [r * 0.92, r * 0.92], pen.aslant([[0, [steel.glint, ebony.light, ebony.deep, ebony.light][ring]!], [1, [steel.dark, ebony.deep, ebony.light, "#0b0d14"][ring]!]]))).join("") +
        ellipse([0, -h * 0.47], [88, 88], pen.ball([[0, "#7f93c4"], [0.4, "#39456e"], [1, "#0a0c14"]])) +
        ellipse([-30, -h * 0.47 - 34], [25, 17], "#fff", { transform: d`rotate(-34 -30 ${-h * 0.47 - 34})`, ...faded(0.65) }) +
        ellipse([34, -h * 0.47 + 36], [12, 8], "#b9a4ff", faded(0.5)) +
        ellipse([w - 56, -h + 34], [13, 13], accent.base),
      feet: [[0, w - 20]],
    };
  },
};

export const watch: Template = {
  noun: { ru: "Часы", en: "watch", gender: 3 },
  closeUp: [0, -300, 400],
  draw({ pen, tones, accent, rnd }) {
    const [r, cy] = [rnd.between(136, 148), -310];
    const strap = (up: number) => d`M${-r * 0.62} ${cy}L${-r * 0.5} ${cy + up * 232}Q${-r * 0.46} ${cy + up * 308} 0 ${cy + up * 310}Q${r * 0.46} ${cy + up * 308} ${r * 0.5} ${cy + up * 232}L${r * 0.62} ${cy}Z`;
    const stitching = (up: number) => stroke(d`M${-r * 0.46} ${cy + up * 150}L${-r * 0.4} ${cy + up * 268}M${r * 0.46} ${cy + up * 150}L${r * 0.4} ${cy + up * 268}`, tones.glint, 4, { "stroke-dasharray": "10 9", ...faded(0.7) });
    const marks = Array.from({ length: 12 }, (_, hour) => {
      const [sin, cos] = [Math.sin((hour * Math.PI) / 6), Math.cos((hour * Math.PI) / 6)];
      return stroke(d`M${sin * r * 0.64} ${cy - cos * r * 0.64}L${sin * r * 0.76} ${cy - cos * r * 0.76}`, ebony.base, hour % 3 ? 4 : 8);
    });
    return {
      body:
        path(strap(-1), pen.round(tones)) + path(strap(1), pen.round(tones)) + stitching(-1) + stitching(1) +
        [0, 1, 2, 3].map((hole) => ellipse([0, cy + 190 + hole * 27], [6, 6], tones.deep)).join("") +
        box([r - 6, cy - 20], [30, 40, 8], pen.face(steel)) +
        ellipse([0, cy], [r, r], pen.aslant([[0, steel.glint], [0.5, steel.base], [1, steel.dark]])) +
        ellipse([0, cy], [r * 0.88, r * 0.88], pen.aslant([[0, steel.dark], [1, steel.glint]])) +
        ellipse([0, cy], [r * 0.84, r * 0.84], pen.ball([[0, accent.glint], [0.8, accent.light], [1, accent.base]])) +
        marks.join("") +
        stroke(d`M0 ${cy}L${-r * 0.34} ${cy - r * 0.24}`, ebony.deep, 10) + stroke(d`M0 ${cy}L${r * 0.42} ${cy - r * 0.4}`, ebony.deep, 7) + stroke(d`M0 ${cy + 24}L0 ${cy - r * 0.64}`, "#c2452d", 3) +
        ellipse([0, cy], [9, 9], "#c2452d") +
        path(d`M${-r * 0.6} ${cy - r * 0.3}A${r * 0.7} ${r * 0.7} 0 0 1 ${r * 0.1} ${cy - r * 0.7}Q${-r * 0.36} ${cy - r * 0.36} ${-r * 0.6} ${cy - r * 0.3}Z`, "#fff", faded(0.5)),
      feet: [[0, r * 0.5]],
    };
  },
};
