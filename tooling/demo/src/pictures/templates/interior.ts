import { d, ellipse, faded, group, path, stroke, type Point } from "../pen.ts";
import { band, smooth, strip, turned, type Profile } from "../shape.ts";
import { brass, darkWood, gloss, grain, ink, leaf, mouth, paper, speckles, tube, vessel, wood } from "./parts.ts";
import type { Template } from "./template.ts";

export const vase: Template = {
  noun: { ru: "Ваза", en: "vase", gender: 1 },
  closeUp: [0, -330, 560],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["drop", "bottle", "amphora"]) }) {
    const h = rnd.between(420, 470);
    const shapes: Record<string, Profile> = {
      drop: [[58, -h], [50, -h * 0.86], [96, -h * 0.62], [160, -h * 0.34], [150, -h * 0.12], [100, -8], [92, 0]],
      bottle: [[40, -h], [34, -h * 0.8], [44, -h * 0.6], [128, -h * 0.4], [142, -h * 0.16], [118, -12], [104, 0]],
      amphora: [[84, -h], [66, -h * 0.88], [130, -h * 0.7], [164, -h * 0.5], [128, -h * 0.2], [84, -14], [80, 0]],
    };
    const profile = shapes[detail] ?? shapes["drop"]!;
    const lip = profile[0]![0];
    const ears = Array.from({ length: 7 }, (_, index) => {
      const x = (index - 3) * rnd.between(34, 46);
      const tip: Point = [x, -h - rnd.between(150, 260)];
      const grains = Array.from({ length: 7 }, (__, row) => {
        const [px, py] = [tip[0] - x * 0.05 * row, tip[1] + row * 17];
        return ellipse([px - 9, py], [6, 13], accent.light, { transform: d`rotate(28 ${px - 9} ${py})` }) + ellipse([px + 9, py], [6, 13], accent.shade, { transform: d`rotate(-28 ${px + 9} ${py})` });
      });
      return stroke(d`M${index * 4 - 12} ${-h + 20}C${x * 0.3} ${-h - 60} ${x * 0.9} ${-h - 90} ${tip[0]} ${tip[1]}`, accent.shade, 4.5) + grains.join("");
    });
    return {
      body:
        ellipse([0, -h], [lip, lip * 0.1], tones.dark) +
        ears.join("") +
        path(turned(profile.map(([r, y], index) => (index === 0 ? [r, y + 0.1] : [r, y])), -0.1), pen.round(tones)) +
        group(speckles(rnd, [-160, -h + 30, 160, -6], tones.deep), { "clip-path": pen.clip(turned(profile, -0.1)) }) +
        gloss(pen, profile, 0.36),
      feet: [[0, profile.at(-1)![0]]],
    };
  },
};

export const candle: Template = {
  noun: { ru: "Свеча", en: "candle", gender: 1 },
  closeUp: [0, -260, 460],
  draw({ pen, tones, accent, rnd }) {
    const [w, h] = [rnd.between(150, 176), rnd.between(310, 370)];
    const profile: Profile = [[w, -h], [w, -40], [w - 10, -8], [w - 22, 0]];
    const flame = (grow: number) => d`M0 ${-h - 118 * grow - 22}C${30 * grow} ${-h - 70 * grow - 22} ${34 * grow} ${-h - 30} 0 ${-h - 24}C${-34 * grow} ${-h - 30} ${-30 * grow} ${-h - 70 * grow - 22} 0 ${-h - 118 * grow - 22}Z`;
    const label = d`M${-w * 0.58} ${-h * 0.7}q${w * 0.58} 16 ${w * 1.16} 0v${h * 0.44}q${-w * 0.58} 16 ${-w * 1.16} 0Z`;
    return {
      body:
        ellipse([0, -h - 60], [230, 230], pen.spot([[0, "#ffd98a", 0.6], [0.4, "#ffe2a6", 0.22], [1, "#ffe9bd", 0]])) +
        vessel(pen, tones, profile) +
        mouth(pen, { ...tones, deep: paper.shade, dark: paper.light, shade: paper.glint }, [w, -h, 9, 0.11]) +
        ellipse([0, -h + 3], [w * 0.5, w * 0.05], "#fff3d2", faded(0.8)) +
        stroke(d`M0 ${-h + 4}V${-h - 34}`, ink, 6) +
        path(flame(1), pen.down([[0, "#ffb03a"], [0.6, "#ffd36b"], [1, "#f08a2c"]])) +
        path(flame(0.55), "#fff6d8") +
        path(label, paper.glint) +
        group(ellipse([0, -h * 0.54], [20, 20], "none", { stroke: accent.base, "stroke-width": 5 }) + stroke(d`M${-w * 0.32} ${-h * 0.4}q${w * 0.32} 9 ${w * 0.64} 0`, accent.dark, 8) + stroke(d`M${-w * 0.2} ${-h * 0.4 + 24}q${w * 0.2} 6 ${w * 0.4} 0`, accent.dark, 5), faded(0.85)) +
        gloss(pen, profile, 0.42),
      feet: [[0, w - 20]],
    };
  },
};

export const lamp: Template = {
  noun: { ru: "Лампа", en: "lamp", gender: 1 },
  closeUp: [0, -440, 560],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["mushroom", "cone"]) }) {
    const mushroom = detail === "mushroom";
    const h = rnd.between(540, 600);
    const w = mushroom ? rnd.between(206, 232) : rnd.between(190, 216);
    const shade: Profile = mushroom
      ? [[18, -h], [w * 0.6, -h + 34], [w * 0.93, -h + 112], [w, -h + 196]]
      : [[w * 0.46, -h], [w, -h + 232]];
    const foot: Profile = mushroom
      ? [[46, -h + 190], [52, -h * 0.4], [76, -80], [132, -20], [138, 0]]
      : [[16, -h + 220], [18, -150], [64, -110], [104, -60], [96, -14], [80, 0]];
    const rim = shade.at(-1)!;
    const glow = pen.spot([[0, "#ffe3a3", 0.75], [0.5, "#ffe9bd", 0.25], [1, "#fff0cf", 0]]);
    return {
      body:
        ellipse([0, rim[1] + 40], [w * 1.9, 250], glow) +
        vessel(pen, mushroom ? tones : accent, foot) +
        gloss(pen, foot, 0.36) +
        ellipse([0, rim[1]], [rim[0], rim[0] * 0.095], "#fff0c4") +
        path(turned(shade), pen.round(tones)) +
        path(turned(shade), pen.down([[0, "#fff", 0.12], [0.6, "#ffdc8f", 0.12], [1, "#ffe3a3", 0.5]])) +
        (mushroom ? path(strip(shade, -0.74, -0.46), pen.glow(0.5)) : [-0.7, -0.42, -0.14, 0.14, 0.42, 0.7].map((x) => path(strip(shade, x - 0.012, x + 0.012), tones.dark, faded(0.16))).join("")) +
        (mushroom ? "" : stroke(d`M${rim[0] * 0.4} ${rim[1] + 16}V${rim[1] + 96}`, brass.shade, 4) + ellipse([rim[0] * 0.4, rim[1] + 102], [9, 11], brass.base)),
      feet: [[0, foot.at(-1)![0]]],
    };
  },
};

export const clock: Template = {
  noun: { ru: "Часы", en: "clock", gender: 3 },
  closeUp: [0, -290, 440],
  draw({ pen, tones, accent, rnd }) {
    const r = rnd.between(232, 258);
    const cy = -r - 34;
    const marks = Array.from({ length: 12 }, (_, hour) => {
      const angle = (hour * Math.PI) / 6;
      const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
      const inner = r * (hour % 3 === 0 ? 0.64 : 0.7);
      return stroke(d`M${sin * inner} ${cy - cos * inner}L${sin * r * 0.76} ${cy - cos * r * 0.76}`, ink, hour % 3 === 0 ? 11 : 6);
    });
    const hand = (minutes: number, length: number) => d`M${-Math.sin(minutes) * r * 0.1} ${cy + Math.cos(minutes) * r * 0.1}L${Math.sin(minutes) * r * length} ${cy - Math.cos(minutes) * r * length}`;
    return {
      body:
        [-1, 1].map((side) => path(d`M${side * 96} ${-70}L${side * 150} ${-70}L${side * 140} 0H${side * 122}Z`, pen.round(wood))).join("") +
        ellipse([0, cy], [r, r], pen.aslant([[0, tones.glint], [0.45, tones.base], [1, tones.dark]])) +
        ellipse([0, cy], [r * 0.87, r * 0.87], pen.aslant([[0, tones.dark], [1, tones.light]])) +
        ellipse([0, cy], [r * 0.84, r * 0.84], pen.ball([[0, "#fffdf8"], [0.75, "#f6f1e7"], [1, "#e4dccb"]])) +
        marks.join("") +
        stroke(hand(5.3, 0.42), ink, 14) +
        stroke(hand(1.05, 0.62), ink, 9) +
        stroke(hand(3.5, 0.66), accent.base, 4) +
        ellipse([0, cy], [13, 13], accent.base) +
        path(d`M${-r * 0.62} ${cy - r * 0.42}A${r * 0.76} ${r * 0.76} 0 0 1 ${r * 0.1} ${cy - r * 0.74}C${-r * 0.2} ${cy - r * 0.6} ${-r * 0.4} ${cy - r * 0.3} ${-r * 0.62} ${cy - r * 0.42}Z`, "#fff", faded(0.5)),
      feet: [[-131, 16], [131, 16]],
    };
  },
};

export const plant: Template = {
  noun: { ru: "Кашпо", en: "planter", gender: 2, tail: { ru: "с растением", en: "with a plant" } },
  closeUp: [0, -420, 560],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["rubber", "snake", "cactus"]) }) {
    const [w, h] = [rnd.between(140, 160), rnd.between(210, 240)];
    const pot: Profile = [[w, -h], [w - 4, -h + 30], [w - 32, -20], [w - 44, 0]];
    const foliage: Record<string, () => string> = {
      rubber: () => {
        const at = (side: number, y: number, reach: number, drop: number) => leaf(accent, [[side * 4, y], [side * reach, y - drop]], 58);
        const leaves = [at(-1, -h - 40, 220, 90), at(1, -h - 60, 226, 116), at(-1, -h - 140, 190, 150), at(1, -h - 170, 180, 160), at(-1, -h - 230, 96, 170), at(1, -h - 250, 70, 160)];
        return stroke(d`M0 ${-h + 6}C6 ${-h - 90} -6 ${-h - 170} 0 ${-h - 300}`, accent.deep, 12) + leaves.join("");
      },
      snake: () =>
        [[-96, 300, -12], [88, 330, 12], [-44, 400, -5], [50, 420, 6], [4, 340, 0]]
          .map(([x, tall, lean]) => {
            const shape = d`M${x! * 0.6 - 26} ${-h + 10}C${x! - 46} ${-h - tall! * 0.5} ${x! - 30} ${-h - tall! * 0.8} ${x! + lean!} ${-h - tall!}C${x! + 34} ${-h - tall! * 0.8} ${x! + 46} ${-h - tall! * 0.5} ${x! * 0.6 + 26} ${-h + 10}Z`;
            const bars = Array.from({ length: 9 }, (_, row) => stroke(d`M${x! - 50} ${-h - row * 44}q25 -16 50 0t50 0`, accent.deep, 7, faded(0.35)));
            return path(shape, pen.round(accent)) + group(bars.join(""), { "clip-path": pen.clip(shape) }) + stroke(shape.replace("Z", ""), "#d9d58a", 4, faded(0.6));
          })
          .join(""),
      cactus: () => {
        const trunk: Profile = [[30, -h - 330], [76, -h - 290], [92, -h - 150], [84, -h + 8]];
        const arm = tube(d`M84 ${-h - 110}C190 ${-h - 100} 176 ${-h - 170} 172 ${-h - 220}`, 58, accent) + tube(d`M-80 ${-h - 150}C-160 ${-h - 140} -152 ${-h - 190} -150 ${-h - 230}`, 50, accent);
        const ribs = [-0.7, -0.36, 0, 0.36, 0.7].map((x) => stroke(smooth(trunk.map(([r, y]) => [r * x, y])), accent.dark, 5, { ...faded(0.5), "stroke-dasharray": "3 20" }));
        return arm + path(turned(trunk, 0.8), pen.round(accent)) + ribs.join("") + ellipse([0, -h - 352], [26, 20], "#f2a7b4") + ellipse([-8, -h - 358], [12, 10], "#fbd3d9");
      },
    };
    return {
      body:
        ellipse([0, -h], [w, w * 0.11], tones.light) +
        ellipse([0, -h + 2], [w - 12, w * 0.1 - 3], "#5a4636") +
        (foliage[detail] ?? foliage["rubber"]!)() +
        path(turned(pot, -0.11), pen.round(tones)) +
        path(band(pot, -h + 34, -h + 44), tones.deep, { "clip-path": pen.clip(turned(pot, -0.11)), ...faded(0.22) }) +
        gloss(pen, pot, 0.3),
      feet: [[0, w - 40]],
    };
  },
};

export const frame: Template = {
  noun: { ru: "Рама", en: "frame", gender: 1, tail: { ru: "с постером", en: "with a print" } },
  closeUp: [0, -330, 520],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["hills", "sun", "branch"]) }) {
    const [w, h] = [440, 580];
    const inner = d`M${-w / 2 + 74} ${-h + 78}h${w - 148}v${h - 156}h${-w + 148}Z`;
    const hill = (y: number, colour: string, bend: number) => path(d`M-260 ${y}C-120 ${y - bend} 20 ${y + bend} 260 ${y - bend * 0.6}V0H-260Z`, colour);
    const designs: Record<string, string> = {
      hills: ellipse([64, -h * 0.64], [50, 50], accent.light) + hill(-h * 0.48, accent.base, 70) + hill(-h * 0.36, accent.shade, -60) + hill(-h * 0.24, accent.dark, 46),
      sun: ellipse([0, -h * 0.56], [104, 104], accent.base) + [0.42, 0.36, 0.3, 0.24].map((y, row) => stroke(d`M${-118 + row * 14} ${-h * y}H${118 - row * 14}`, accent.shade, 9)).join(""),
      branch: stroke(d`M-30 -120C0 -240 -10 -330 40 -440`, accent.deep, 6) + [0, 1, 2, 3, 4].map((row) => leaf(accent, [[-8 + row * 9, -190 - row * 52], [rnd.between(80, 116) + row * 4, -250 - row * 54]], 26) + leaf(accent, [[-8 + row * 9, -180 - row * 52], [-110 + row * 10, -226 - row * 54]], 26)).join(""),
    };
    return {
      body:
        path(d`M${-w / 2} ${-h}h${w}v${h}h${-w}Z`, pen.aslant([[0, tones.glint], [0.5, tones.base], [1, tones.dark]])) +
        grain(rnd, [-w / 2, -22, w / 2, -2], tones.deep) +
        path(d`M${-w / 2 + 22} ${-h + 22}h${w - 44}v${h - 44}h${-w + 44}Z`, tones.dark) +
        path(d`M${-w / 2 + 26} ${-h + 28}h${w - 52}v${h - 54}h${-w + 52}Z`, "#fbf8f2") +
        path(inner, "#f3ecdf") +
        group(designs[detail] ?? "", { "clip-path": pen.clip(inner) }) +
        path(d`M${-w / 2 + 26} ${-h + 28}h${w * 0.52}L${-w * 0.2} ${-26}H${-w / 2 + 26}Z`, pen.aslant([[0, "#fff", 0.34], [1, "#fff", 0.02]])),
      feet: [[0, w / 2 - 4]],
    };
  },
};

export const basket: Template = {
  noun: { ru: "Корзина", en: "basket", gender: 1 },
  closeUp: [-80, -180, 460],
  draw({ pen, tones, accent, rnd }) {
    const [w, h] = [rnd.between(240, 268), rnd.between(290, 340)];
    const profile: Profile = [[w, -h], [w + 8, -h * 0.55], [w - 12, -h * 0.2], [w - 40, 0]];
    const rows = Array.from({ length: 11 }, (_, row) => {
      const y = -h + 24 + (row * (h - 30)) / 11;
      return stroke(d`M${-w - 14} ${y}A${w + 14} ${(w + 14) * 0.095} 0 0 0 ${w + 14} ${y}`, row % 2 ? tones.dark : tones.shade, 11, { "stroke-dasharray": row % 2 ? "30 9" : "9 30", ...faded(0.5) });
    });
    return {
      body:
        path(turned(profile), pen.round(tones)) +
        group(path(band(profile, -h * 0.5, 40), pen.round(accent), faded(0.55)) + rows.join(""), { "clip-path": pen.clip(turned(profile)) }) +
        mouth(pen, tones, [w, -h, 16]) +
        [-1, 1].map((side) => tube(d`M${side * (w - 4)} ${-h + 40}C${side * (w + 66)} ${-h - 20} ${side * (w + 66)} ${-h + 120} ${side * (w + 2)} ${-h + 110}`, 20, darkWood)).join("") +
        gloss(pen, profile, 0.16),
      feet: [[0, w - 36]],
    };
  },
};

