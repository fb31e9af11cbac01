import { box, d, ellipse, faded, group, path, stroke } from "../pen.ts";
import { slab } from "../shape.ts";
import { brass, darkWood, ebony, leather, rubber, stitches, tube, wood } from "./parts.ts";
import type { Template } from "./template.ts";

export const backpack: Template = {
  noun: { ru: "Рюкзак", en: "backpack", gender: 0 },
  closeUp: [0, -250, 460],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["dome", "roll"]) }) {
    const [w, h] = [rnd.between(204, 224), rnd.between(560, 600)];
    const body = detail === "roll" ? slab([-w, -h + 40], [w * 2, h - 44], 46) : d`M${-w} -70V${-h * 0.62}C${-w} ${-h * 0.9} ${-w * 0.6} ${-h} 0 ${-h}C${w * 0.6} ${-h} ${w} ${-h * 0.9} ${w} ${-h * 0.62}V-70Q${w} -2 ${w - 62} -2H${-w + 62}Q${-w} -2 ${-w} -70Z`;
    const flap = slab([-w - 6, -h], [w * 2 + 12, 96], 40);
    const pocket = slab([-w + 40, -250], [w * 2 - 80, 214], 40);
    const strap = (x: number) => path(d`M${x - 15} ${-h + 60}h30V-196h-30Z`, pen.across([[0, leather.dark], [0.4, leather.light], [1, leather.dark]])) + box([x - 23, -218], [46, 36, 6], "none", { stroke: brass.base, "stroke-width": 8 });
    return {
      body:
        [-1, 1].map((side) => tube(d`M${side * (w - 30)} ${-h * 0.66}C${side * (w + 58)} ${-h * 0.5} ${side * (w + 56)} -170 ${side * (w - 20)} -46`, 34, { ...tones, glint: tones.light })).join("") +
        tube(d`M-58 ${-h + 26}C-58 ${-h - 62} 58 ${-h - 62} 58 ${-h + 26}`, 24, accent) +
        path(body, pen.round(tones)) +
        path(body, pen.down([[0, "#fff", 0.14], [0.4, "#fff", 0], [0.75, tones.deep, 0], [1, tones.deep, 0.36]])) +
        (detail === "roll" ? path(flap, pen.face(tones)) + stroke(d`M${-w + 8} ${-h + 34}H${w - 8}`, tones.dark, 4, faded(0.5)) : stroke(d`M${-w + 34} -300V${-h * 0.62}C${-w + 34} ${-h * 0.84} ${-w * 0.5} ${-h + 46} 0 ${-h + 46}C${w * 0.5} ${-h + 46} ${w - 34} ${-h * 0.84} ${w - 34} ${-h * 0.62}V-300`, tones.deep, 7, faded(0.5))) +
        path(pocket, tones.deep, { ...faded(0.28), transform: "translate(0 7)" }) +
        path(pocket, pen.flat(tones)) +
        stroke(d`M${-w + 56} -196H${w - 56}`, tones.deep, 7, faded(0.6)) +
        (detail === "roll" ? strap(-92) + strap(92) : box([-44, -420], [88, 62, 10], pen.flat(leather)) + stitches(d`M-34 -410h68v42h-68Z`, leather.glint) + path(d`M${w - 84} -196l10 56h-22Z`, accent.base)) +
        stitches(d`M${-w + 52} -64Q${-w + 54} -48 ${-w + 80} -48H${w - 80}Q${w - 54} -48 ${w - 52} -64`, tones.glint) +
        path(d`M${-w + 14} -140V${-h * 0.6}C${-w + 16} ${-h * 0.8} ${-w * 0.66} ${-h * 0.9} ${-w * 0.5} ${-h * 0.93}`, "none", { stroke: "#fff", "stroke-width": 12, "stroke-linecap": "round", ...faded(0.16) }),
      feet: [[0, w - 26]],
    };
  },
};

export const tote: Template = {
  noun: { ru: "Сумка", en: "bag", gender: 1 },
  nouns: { print: { ru: "Шопер", en: "tote", gender: 0 } },
  closeUp: [0, -220, 480],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["print", "leather"]) }) {
    const [w, h] = [rnd.between(226, 250), rnd.between(410, 450)];
    const body = d`M${-w + 14} ${-h}Q0 ${-h + 12} ${w - 14} ${-h}L${w + 8} -34Q${w + 8} -2 ${w - 26} -2H${-w + 26}Q${-w - 8} -2 ${-w - 8} -34Z`;
    const handle = (y: number) => d`M-108 ${-h + y}C-112 ${-h - 196 + y} 112 ${-h - 196 + y} 108 ${-h + y}`;
    const art =
      detail === "print"
        ? ellipse([0, -h * 0.46], [104, 104], accent.base) + path(d`M-104 ${-h * 0.44}C-50 ${-h * 0.52} 30 ${-h * 0.36} 104 ${-h * 0.46}A104 104 0 0 1 -104 ${-h * 0.44}Z`, accent.dark) + stroke(d`M-60 ${-h * 0.14}H60`, accent.dark, 9)
        : path(d`M${-w + 8} ${-h + 4}Q0 ${-h + 14} ${w - 8} ${-h + 4}L${w - 20} ${-h * 0.5}Q0 ${-h * 0.36} ${-w + 20} ${-h * 0.5}Z`, pen.face(tones)) + stitches(d`M${-w + 32} ${-h * 0.52}Q0 ${-h * 0.4} ${w - 32} ${-h * 0.52}`, tones.glint) + box([-24, -h * 0.5], [48, 56, 10], pen.face(brass)) + box([-11, -h * 0.5 + 16], [22, 26, 5], brass.dark);
    return {
      body:
        stroke(handle(-16), detail === "print" ? tones.dark : tones.deep, 22) +
        path(d`M${-w + 20} ${-h + 2}Q0 ${-h - 18} ${w - 20} ${-h + 2}Q0 ${-h + 14} ${-w + 20} ${-h + 2}Z`, tones.deep) +
        path(body, pen.across([[0, tones.base], [0.2, tones.glint], [0.5, tones.base], [1, tones.shade]])) +
        path(body, pen.down([[0.6, tones.deep, 0], [1, tones.deep, 0.26]])) +
        stroke(d`M${-w * 0.6} ${-h + 30}C${-w * 0.7} ${-h * 0.6} ${-w * 0.72} ${-h * 0.3} ${-w * 0.82} -30M${w * 0.66} ${-h + 30}C${w * 0.7} ${-h * 0.6} ${w * 0.74} ${-h * 0.3} ${w * 0.86} -30`, tones.dark, 5, faded(0.22)) +
        group(art, faded(0.94)) +
        tube(handle(22), 24, detail === "print" ? tones : { ...tones, base: tones.shade }) +
        [-108, 108].map((x) => box([x - 17, -h + 14], [34, 62, 5], tones.shade) + stitches(d`M${x - 9} ${-h + 24}h18v42h-18Z`, tones.glint)).join(""),
      feet: [[0, w - 16]],
    };
  },
};

export const shoe: Template = {
  noun: { ru: "Кеды", en: "sneakers", gender: 3 },
  nouns: { boot: { ru: "Ботинки", en: "boots", gender: 3 } },
  closeUp: [60, -180, 460],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["low", "boot"]) }) {
    const boot = detail === "boot";
    const collar = boot ? -430 : -rnd.between(286, 310);
    const upper = d`M-292 -60C-300 -150 -306 -190 -288 ${collar + 26}C-284 ${collar} -250 ${collar - 10} -220 ${collar + 4}C-180 ${collar + 22} -140 ${collar + 20} -116 ${collar - 14}C-96 ${collar - 30} -64 ${collar - 26} -46 ${collar + 4}C-20 ${collar * 0.8} 40 -212 120 -186C210 -160 316 -170 318 -56Z`;
    const laces = Array.from({ length: boot ? 6 : 4 }, (_, row) => {
      const [x, y] = boot ? [-62 + row * 26 + row * row * 4, collar + 66 + row * 38] : [-26 + row * 42, collar + 56 + row * 22];
      return stroke(d`M${x - 26} ${y + 12}L${x + 34} ${y - 14}`, boot ? accent.base : "#fbf8f0", 13) + stroke(d`M${x - 24} ${y + 8}L${x + 32} ${y - 18}`, "#fff", 4, faded(0.5)) + ellipse([x - 30, y + 16], [7, 7], brass.base);
    });
    const sole = d`M-300 -66H322C338 -40 336 -8 306 0H-276C-306 0 -312 -30 -300 -66Z`;
    const one =
      path(d`M-120 ${collar - 10}C-100 ${collar - 54} -50 ${collar - 50} -36 ${collar + 6}L40 -220L-60 -200Z`, tones.dark) +
      path(upper, pen.aslant([[0, tones.glint], [0.45, tones.base], [1, tones.shade]])) +
      path(d`M-286 ${collar + 24}C-256 ${collar + 48} -160 ${collar + 52} -112 ${collar + 4}C-96 ${collar - 22} -70 ${collar - 22} -50 ${collar + 4}C-80 ${collar + 10} -110 ${collar + 40} -150 ${collar + 62}C-220 ${collar + 86} -290 ${collar + 60} -288 ${collar + 34}Z`, tones.deep, faded(0.34)) +
      path(d`M122 -184C214 -158 316 -166 318 -58H148C170 -110 160 -150 122 -184Z`, boot ? pen.face(tones) : pen.face(rubber)) +
      path(d`M-296 -62C-302 -140 -300 -170 -294 -200C-250 -196 -216 -150 -210 -62Z`, pen.face(accent)) +
      (boot ? "" : stroke(d`M-150 -74C-110 -140 -40 -150 30 -96`, accent.base, 22)) +
      stitches(d`M112 -182C150 -150 160 -106 140 -64`, tones.deep) +
      laces.join("") +
      path(sole, boot ? pen.face(ebony) : pen.face(rubber)) +
      stroke(boot ? d`M-296 -62H318` : d`M-304 -34H330`, boot ? "#d8b06a" : accent.base, boot ? 5 : 9, boot ? { "stroke-dasharray": "12 8" } : {});
    return {
      body: group(one, { transform: "translate(-46 -34) scale(.97)" }) + group(one, { transform: "translate(26 0)" }),
      feet: [[-30, 280, -20], [30, 300]],
    };
  },
};

/** Clothes on a hanger and a wall peg. */
export const shirt: Template = {
  noun: { ru: "Рубашка", en: "shirt", gender: 1 },
  nouns: {
    tee: { ru: "Футболка", en: "T-shirt", gender: 1 },
    sweater: { ru: "Свитер", en: "sweater", gender: 0 },
    hoodie: { ru: "Худи", en: "hoodie", gender: 2 },
  },
  closeUp: [0, -440, 460],
  draw({ pen, tones, accent, detail = "shirt" }) {
    const short = detail === "tee";
    const [top, hem] = [-604, -46];
    const cuff = short ? -380 : -150;
    const sleeve = (side: number) =>
      short
        ? d`M${side * 150} ${top + 36}L${side * 306} ${top + 190}L${side * 232} ${top + 262}L${side * 176} ${top + 214}Z`
        : d`M${side * 148} ${top + 34}C${side * 238} ${top + 76} ${side * 262} ${top + 230} ${side * 286} ${cuff}L${side * 212} ${cuff + 12}C${side * 204} ${top + 330} ${side * 200} ${top + 260} ${side * 168} ${top + 200}Z`;
    const body = d`M-92 ${top}C-60 ${top + 44} 60 ${top + 44} 92 ${top}L158 ${top + 34}C186 ${top + 120} 178 ${top + 240} 188 ${hem}Q0 ${hem + 20} -188 ${hem}C-178 ${top + 240} -186 ${top + 120} -158 ${top + 34}Z`;
    const ribs = Array.from({ length: 27 }, (_, row) => stroke(d`M${-188 + row * 14.4} ${hem - 34}v40`, tones.dark, 3, faded(0.4)));
    const knit = Array.from({ length: 16 }, (_, row) => stroke(d`M-190 ${top + 60 + row * 29}${Array.from({ length: 16 }, () => "l12 9l12 -9").join("")}`, row % 2 ? tones.dark : tones.light, 3, faded(0.28)));
    const neck: Record<string, string> = {
      tee: stroke(d`M-94 ${top + 2}C-60 ${top + 54} 60 ${top + 54} 94 ${top + 2}`, tones.shade, 15) + ellipse([64, top + 170], [22, 22], accent.base),
      sweater: group(knit.join("") + ribs.join("") + stroke(d`M-200 ${top + 150}H200M-200 ${top + 196}H200`, accent.base, 22, faded(0.9)), { "clip-path": pen.clip(body) }) + stroke(d`M-92 ${top}C-60 ${top + 48} 60 ${top + 48} 92 ${top}`, tones.dark, 26) + stroke(d`M-92 ${top - 3}C-60 ${top + 44} 60 ${top + 44} 92 ${top - 3}`, tones.base, 17),
      hoodie: path(d`M-108 ${top + 10}C-150 ${top - 70} -70 ${top - 84} 0 ${top - 70}C70 ${top - 84} 150 ${top - 70} 108 ${top + 10}C70 ${top + 88} -70 ${top + 88} -108 ${top + 10}Z`, pen.flat(tones)) + path(d`M-66 ${top + 4}C-76 ${top - 38} 76 ${top - 38} 66 ${top + 4}C40 ${top + 54} -40 ${top + 54} -66 ${top + 4}Z`, tones.deep) + stroke(d`M-34 ${top + 58}v96M34 ${top + 58}v110`, accent.light, 8) + path(d`M-112 ${hem - 40}L-84 ${hem - 170}H84L112 ${hem - 40}Z`, tones.shade, faded(0.5)),
      shirt: path(d`M-92 ${top}L-20 ${top + 92}L-96 ${top + 66}L-120 ${top + 12}ZM92 ${top}L20 ${top + 92}L96 ${top + 66}L120 ${top + 12}Z`, pen.face({ ...tones, base: tones.light })) + stroke(d`M-14 ${top + 84}V${hem + 8}M16 ${top + 84}V${hem + 8}`, tones.dark, 3, faded(0.5)) + [0, 1, 2, 3, 4].map((button) => ellipse([1, top + 116 + button * 84], [8, 8], accent.base)).join("") + path(slab([54, top + 150], [92, 104], 8), tones.shade, faded(0.4)),
    };
    const hang = stroke(d`M0 ${top - 16}V${top - 54}C0 ${top - 84} 40 ${top - 84} 36 ${top - 112}`, "#8f9196", 9);
    const hung =
        group(path(body, "#5d4a33") + path(sleeve(-1), "#5d4a33") + path(sleeve(1), "#5d4a33"), { transform: "translate(26 22)", ...faded(0.1) }) +
        ellipse([14, top - 118], [34, 34], pen.bulb(wood)) +
        hang +
        tube(d`M-150 ${top + 26}C-60 ${top - 22} 60 ${top - 22} 150 ${top + 26}`, 20, darkWood) +
        path(d`M-92 ${top}C-60 ${top - 22} 60 ${top - 22} 92 ${top}C60 ${top + 44} -60 ${top + 44} -92 ${top}Z`, tones.dark) +
        path(sleeve(-1), pen.across([[0, tones.base], [0.4, tones.light], [1, tones.shade]])) +
        path(sleeve(1), pen.across([[0, tones.shade], [0.6, tones.base], [1, tones.dark]])) +
        (short ? "" : [-1, 1].map((side) => stroke(d`M${side * 214} ${cuff - 6}L${side * 282} ${cuff - 18}`, tones.dark, 5, faded(0.5))).join("")) +
        path(body, pen.across([[0, tones.shade], [0.2, tones.light], [0.42, tones.base], [0.6, tones.light], [1, tones.shade]])) +
        stroke(d`M-150 ${top + 210}C-120 ${top + 320} -140 ${top + 420} -120 ${hem}M140 ${top + 220}C112 ${top + 330} 132 ${top + 420} 104 ${hem}`, tones.dark, 9, faded(0.16)) +
        (neck[detail] ?? neck["shirt"]!);
    return { body: group(hung, { transform: "scale(.92 1)" }), feet: [] };
  },
};

export const hat: Template = {
  noun: { ru: "Шапка", en: "beanie", gender: 1 },
  nouns: { bucket: { ru: "Панама", en: "bucket hat", gender: 1 } },
  closeUp: [0, -180, 440],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["beanie", "bucket"]) }) {
    if (detail === "bucket") {
      const crown = d`M-176 -140L-142 -318C-110 -350 110 -350 142 -318L176 -140Q0 -96 -176 -140Z`;
      return {
        body:
          path(d`M-178 -150C-250 -110 -310 -54 -330 -14C-200 26 200 26 330 -14C310 -54 250 -110 178 -150Z`, pen.across([[0, tones.base], [0.25, tones.glint], [0.6, tones.base], [1, tones.dark]])) +
          [0.35, 0.6, 0.85].map((share) => stitches(d`M${-190 - share * 130} ${-140 + share * 118}Q0 ${-80 + share * 110} ${190 + share * 130} ${-140 + share * 118}`, tones.deep)).join("") +
          path(crown, pen.round(tones)) +
          path(d`M-178 -152Q0 -104 178 -152L170 -196Q0 -150 -170 -196Z`, pen.round(accent)) +
          ellipse([0, -322], [140, 20], tones.light, faded(0.7)) + stitches(d`M-60 -330V-200M60 -330V-200`, tones.deep) +
          path(d`M-120 -150L-104 -300`, "none", { stroke: "#fff", "stroke-width": 26, "stroke-linecap": "round", ...faded(0.16) }),
        feet: [[0, 310]],
      };
    }
    const dome = d`M-214 -120C-222 -330 -120 -430 0 -430C120 -430 222 -330 214 -120Z`;
    const ribs = Array.from({ length: 13 }, (_, index) => {
      const x = -204 + index * 34;
      return stroke(d`M${x} -110C${x * 0.98} -260 ${x * 0.6} -380 ${x * 0.1} -430`, tones.dark, 7, faded(0.34));
    });
    const cuff = Array.from({ length: 23 }, (_, index) => stroke(d`M${-216 + index * 19.6} -134v122`, tones.deep, 6, faded(0.24)));
    const fluff = Array.from({ length: 60 }, () => {
      const [angle, reach] = [rnd.between(0, 6.3), rnd.between(30, 84)];
      return stroke(d`M${Math.cos(angle) * reach * 0.4} ${-486 + Math.sin(angle) * reach * 0.4}L${Math.cos(angle) * reach} ${-486 + Math.sin(angle) * reach}`, rnd.pick([accent.light, accent.base, accent.shade]), 8);
    });
    return {
      body:
        path(dome, pen.round(tones)) + group(ribs.join(""), { "clip-path": pen.clip(dome) }) +
        path(slab([-232, -146], [464, 146], 44), pen.round(tones)) + cuff.join("") +
        path(slab([-232, -146], [464, 146], 44), pen.fade("#fff", 0.16)) +
        box([96, -104], [84, 56, 5], pen.flat(leather)) + stitches(d`M104 -96h68v40h-68Z`, leather.glint) +
        ellipse([0, -486], [64, 64], pen.bulb(accent)) + fluff.join(""),
      feet: [[0, 214]],
    };
  },
};

export const glasses: Template = {
  noun: { ru: "Очки", en: "sunglasses", gender: 3 },
  closeUp: [-140, -110, 380],
  draw({ pen, tones, accent, rnd, detail = rnd.pick(["round", "square"]) }) {
    const corner = detail === "round" ? 104 : 56;
    const lens = (side: number) => slab([side > 0 ? 44 : -284, -236], [240, 226], corner);
    const glass = pen.down([[0, accent.deep, 0.92], [0.6, accent.shade, 0.8], [1, accent.light, 0.72]]);
    return {
      body:
        [-1, 1].map((side) => tube(d`M${side * 282} -176C${side * 318} -166 ${side * 312} -60 ${side * 268} -20`, 16, { ...tones, base: tones.shade })).join("") +
        tube(d`M-52 -160Q0 -206 52 -160`, 24, tones) +
        [-1, 1].map((side) => path(lens(side), glass) + path(d`M${side > 0 ? 70 : -258} -70L${side > 0 ? 160 : -168} -226h50L${side > 0 ? 110 : -218} -30Z`, "#fff", { ...faded(0.2), "clip-path": pen.clip(lens(side)) }) + stroke(lens(side), tones.dark, 24) + group(stroke(lens(side), tones.base, 16), { transform: "translate(-1.5 -2)" }) + group(stroke(lens(side), tones.glint, 4), { transform: "translate(-3 -6)", ...faded(0.7) })).join("") +
        [-1, 1].map((side) => ellipse([side * 274, -188], [6, 6], brass.light)).join(""),
      feet: [[-164, 90], [164, 90]],
    };
  },
};
