import { d, ellipse, faded, group, path, stroke } from "../pen.ts";
import { band, strip, turned, type Profile } from "../shape.ts";
import { brass, ebony, gloss, mouth, speckles, steel, tube, vessel, wood } from "./parts.ts";
import type { Template } from "./template.ts";

export const mug: Template = {
  noun: { ru: "Кружка", en: "mug", gender: 1 },
  closeUp: [-40, -330, 520],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["plain", "dipped", "speckled", "stripes"]) }) {
    const [w, h] = [rnd.between(196, 222), rnd.between(420, 500)];
    const belly = rnd.pick([0, 0, 14, -16]);
    const profile: Profile = [
      [w, -h],
      [w + belly * 0.6, -h * 0.66],
      [w + belly, -h * 0.34],
      [w - 6, -64],
      [w - 34, -14],
      [w - 62, 0],
    ];
    const handle = d`M${w - 8} ${-h * 0.8}C${w + 74} ${-h * 0.86} ${w + 138} ${-h * 0.7} ${w + 128} ${-h * 0.5}C${w + 120} ${-h * 0.32} ${w + 66} ${-h * 0.22} ${w - 12} ${-h * 0.2}`;
    const clip = pen.clip(turned(profile));
    const paint = pen.round(accent);
    const designs: Record<string, string> = {
      plain: "",
      speckled: speckles(rnd, [-w, -h + 30, w, -10], tones.deep),
      dipped: path(band(profile, -h * 0.4, 20), paint) + speckles(rnd, [-w, -h + 30, w, -10], tones.deep),
      stripes: [0.74, 0.6, 0.46].map((y) => path(band(profile, -h * y, -h * y + 26), paint)).join(""),
      dots: [0.78, 0.58, 0.38, 0.18]
        .map((y, row) => [-1.5, -0.9, -0.3, 0.3, 0.9, 1.5].map((x) => ellipse([w * Math.sin((x + (row % 2) * 0.3) * 0.9), -h * y + 10], [19 * Math.cos(x * 0.8) + 3, 19], accent.base)).join(""))
        .join(""),
    };
    return {
      body: group(
        tube(handle, 46, tones) +
          vessel(pen, tones, profile) +
          group(designs[detail] ?? "", { "clip-path": clip }) +
          gloss(pen, profile) +
          mouth(pen, detail === "dipped" ? tones : { ...tones, deep: tones.dark, dark: tones.shade, shade: tones.base }, [w, -h]),
        { transform: "translate(-48 0)" },
      ),
      feet: [[-48, w - 56]],
    };
  },
};

export const bowl: Template = {
  noun: { ru: "Миска", en: "bowl", gender: 1 },
  closeUp: [-90, -190, 460],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["plain", "rim", "speckled"]) }) {
    const [w, h] = [rnd.between(290, 330), rnd.between(230, 280)];
    const profile: Profile = [
      [w, -h],
      [w - 8, -h * 0.76],
      [w - 52, -h * 0.44],
      [w - 132, -h * 0.17],
      [w - 178, -32],
      [w - 182, 0],
    ];
    const tilt = 0.16;
    return {
      body:
        path(turned(profile, tilt), pen.round(tones)) +
        group(
          (detail === "rim" ? path(band(profile, -h * 0.62, 30), pen.round(accent)) : speckles(rnd, [-w, -h + 20, w, -20], tones.deep)) +
            path(band(profile, -34, 30), tones.deep, faded(0.3)),
          { "clip-path": pen.clip(turned(profile, tilt)) },
        ) +
        gloss(pen, profile, 0.34) +
        mouth(pen, { ...tones, deep: tones.dark, dark: tones.shade, shade: tones.light }, [w, -h, 12, tilt]),
      feet: [[0, w - 178]],
    };
  },
};

export const bottle: Template = {
  noun: { ru: "Бутылка", en: "bottle", gender: 1 },
  closeUp: [0, -560, 460],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["loop", "cork", "cup"]) }) {
    const [w, h] = [rnd.between(104, 120), rnd.between(490, 550)];
    const neck = w * rnd.between(0.56, 0.66);
    const profile: Profile = [
      [neck, -h],
      [neck + 3, -h + 36],
      [w - 14, -h + 118],
      [w, -h + 190],
      [w, -h * 0.4],
      [w, -46],
      [w - 12, -10],
      [w - 26, 0],
    ];
    const cap = detail === "cork" ? wood : detail === "cup" ? steel : accent;
    const lid: Profile = [
      [neck + 6, -h - (detail === "cup" ? 118 : 88)],
      [neck + 12, -h - 70],
      [neck + 12, -h - 8],
    ];
    return {
      body:
        (detail === "loop" ? tube(d`M${-neck * 0.7} ${-h - 74}C${-neck} ${-h - 170} ${neck} ${-h - 170} ${neck * 0.7} ${-h - 74}`, 24, accent) : "") +
        vessel(pen, tones, profile) +
        path(band(profile, -h + 206, -h + 212), tones.deep, faded(0.25)) +
        path(band(profile, -40, 30), pen.round(steel), { "clip-path": pen.clip(turned(profile)) }) +
        group(stroke(d`M-30 ${-h * 0.42}H30M-30 ${-h * 0.42 + 24}H8`, tones.glint, 7), faded(0.6)) +
        gloss(pen, profile, 0.46) +
        path(turned(lid), pen.round(cap)) +
        ellipse([0, lid[0]![1]], [neck + 6, (neck + 6) * 0.095], cap.light) +
        gloss(pen, lid, 0.3),
      feet: [[0, w - 24]],
    };
  },
};

export const kettle: Template = {
  noun: { ru: "Чайник", en: "kettle", gender: 0 },
  closeUp: [-120, -330, 520],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["hob", "teapot"]) }) {
    const [w, h] = [rnd.between(240, 265), rnd.between(330, 390)];
    const hob = detail === "hob";
    const profile: Profile = hob
      ? [
          [w * 0.46, -h],
          [w * 0.74, -h * 0.88],
          [w * 0.93, -h * 0.5],
          [w, -h * 0.18],
          [w - 12, -16],
          [w - 34, 0],
        ]
      : [
          [w * 0.4, -h],
          [w * 0.78, -h * 0.86],
          [w, -h * 0.5],
          [w * 0.84, -h * 0.16],
          [w * 0.56, -14],
          [w * 0.54, 0],
        ];
    const spout = d`M${-w * 0.72} ${-h * 0.3}C${-w - 60} ${-h * 0.36} ${-w - 56} ${-h * 0.7} ${-w - 112} ${-h * 0.9}L${-w - 62} ${-h * 0.98}C${-w - 4} ${-h * 0.8} ${-w + 10} ${-h * 0.74} ${-w * 0.6} ${-h * 0.72}Z`;
    const lid: Profile = [
      [w * 0.08, -h - 44],
      [w * 0.34, -h - 26],
      [w * (hob ? 0.48 : 0.42), -h + 2],
    ];
    const grip = hob ? wood : accent;
    const handle = hob
      ? tube(d`M${-w * 0.62} ${-h * 0.86}C${-w * 0.72} ${-h - 210} ${w * 0.72} ${-h - 210} ${w * 0.62} ${-h * 0.86}`, 22, ebony) +
        tube(d`M${-w * 0.34} ${-h - 139}C${-w * 0.12} ${-h - 158} ${w * 0.12} ${-h - 158} ${w * 0.34} ${-h - 139}`, 44, grip)
      : tube(d`M${w * 0.86} ${-h * 0.74}C${w + 120} ${-h * 0.86} ${w + 130} ${-h * 0.2} ${w * 0.84} ${-h * 0.24}`, 36, tones);
    return {
      body: group(
        (hob ? "" : handle) +
          path(spout, pen.across([[0, tones.base], [0.35, tones.glint], [1, tones.shade]])) +
          ellipse([-w - 87, -h * 0.94], [27, 11], tones.deep, { transform: d`rotate(-12 ${-w - 87} ${-h * 0.94})` }) +
          vessel(pen, tones, profile) +
          gloss(pen, profile, 0.45) +
          path(turned(lid), pen.round(tones)) +
          path(band(lid, -h - 2, -h + 2), tones.deep, faded(0.35)) +
          ellipse([0, -h - 62], [26, 24], pen.bulb(grip)) +
          (hob ? handle : ""),
        { transform: hob ? "translate(34 0)" : "translate(0 0)" },
      ),
      feet: [[hob ? 34 : 0, hob ? w - 30 : w * 0.54]],
    };
  },
};

export const jar: Template = {
  noun: { ru: "Крышка", en: "lid", gender: 1, tail: { ru: "на стеклянной банке", en: "on a glass jar" } },
  closeUp: [0, -330, 500],
  draw({ pen, tones, accent, rnd }) {
    const [w, h] = [rnd.between(180, 206), rnd.between(400, 500)];
    const profile: Profile = [
      [w - 20, -h],
      [w - 4, -h + 44],
      [w, -h + 110],
      [w, -60],
      [w - 14, -12],
      [w - 30, 0],
    ];
    const level = -h * rnd.between(0.58, 0.78);
    const filling: Profile = [
      [w - 15, level],
      [w - 15, -60],
      [w - 28, -22],
      [w - 40, -14],
    ];
    const lid: Profile = [
      [w - 12, -h - 62],
      [w - 10, -h - 8],
    ];
    const grains = Array.from({ length: 70 }, () =>
      ellipse([rnd.between(-w + 24, w - 24), rnd.between(level + 4, -20)], [rnd.between(6, 12), rnd.between(5, 8)], rnd.pick([accent.light, accent.shade, accent.glint]), faded(0.7)),
    );
    return {
      body:
        path(turned(profile), pen.across([[0, "#e6ebe8", 0.9], [0.12, "#fff", 0.5], [0.5, "#fff", 0.3], [0.9, "#cfd8d4", 0.6], [1, "#b9c4bf", 0.9]])) +
        path(turned(filling), pen.round(accent)) +
        group(grains.join(""), { "clip-path": pen.clip(turned(filling)) }) +
        ellipse([0, level], [w - 15, (w - 15) * 0.095], accent.light) +
        path(strip(profile, -0.86, -0.6), pen.glow(0.75)) +
        path(strip(profile, 0.8, 0.92), pen.glow(0.6)) +
        path(turned(lid), pen.round(tones)) +
        ellipse([0, -h - 62], [w - 12, (w - 12) * 0.1], tones.glint) +
        group(ellipse([0, -h - 62], [w * 0.62, w * 0.055], "none", { stroke: tones.shade, "stroke-width": 2 }) + ellipse([0, -h - 62], [w * 0.32, w * 0.028], "none", { stroke: tones.shade, "stroke-width": 2 }), faded(0.6)) +
        path(d`M${-70} ${-h * 0.44}h140v92h-140z`, "#fbf8f1") +
        stroke(d`M-42 ${-h * 0.44 + 36}h84M-42 ${-h * 0.44 + 60}h52`, tones.dark, 6, faded(0.6)),
      feet: [[0, w - 28]],
    };
  },
};

export const pan: Template = {
  noun: { ru: "Кастрюля", en: "pot", gender: 1 },
  closeUp: [-120, -260, 480],
  draw({ pen, tones, rnd, detail = rnd.pick(["steel", "cast"]) }) {
    const [w, h] = [rnd.between(270, 300), rnd.between(250, 300)];
    const profile: Profile = [
      [w, -h],
      [w, -h * 0.5],
      [w - 4, -50],
      [w - 30, -8],
      [w - 52, 0],
    ];
    const lid: Profile = [
      [w * 0.14, -h - 92],
      [w * 0.6, -h - 72],
      [w * 0.94, -h - 26],
      [w + 8, -h],
    ];
    const knob = detail === "cast" ? brass : steel;
    const ear = (side: number) => tube(d`M${side * (w - 6)} ${-h * 0.82}C${side * (w + 86)} ${-h * 0.88} ${side * (w + 86)} ${-h * 0.52} ${side * (w - 6)} ${-h * 0.58}`, 30, tones);
    return {
      body:
        ear(-1) +
        ear(1) +
        vessel(pen, tones, profile) +
        gloss(pen, profile, 0.42) +
        path(turned(lid), pen.round(tones)) +
        path(strip(lid, -0.72, -0.36), pen.glow(0.4)) +
        path(band([[w + 8, -h - 4], [w + 8, -h + 8]], -h - 3, -h + 7), tones.dark, faded(0.45)) +
        path(turned([[22, -h - 112], [16, -h - 92]]), pen.round(knob)) +
        ellipse([0, -h - 124], [44, 20], pen.bulb(knob)),
      feet: [[0, w - 46]],
    };
  },
};
