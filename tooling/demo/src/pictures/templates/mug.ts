import { d, ellipse, group, path } from "#pictures/pen.ts";
import { band, turned, type Profile } from "#pictures/shape.ts";
import { gloss, mouth, speckles, tube, vessel } from "./parts.ts";
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
        .map((y, row) =>
          [-1.5, -0.9, -0.3, 0.3, 0.9, 1.5]
            .map((x) =>
              ellipse(
                [w * Math.sin((x + (row % 2) * 0.3) * 0.9), -h * y + 10, 19 * Math.cos(x * 0.8) + 3, 19],
                accent.base,
              ),
            )
            .join(""),
        )
        .join(""),
    };
    return {
      body: group(
        tube(handle, 46, tones) +
          vessel(pen, tones, profile) +
          group(designs[detail] ?? "", { "clip-path": clip }) +
          gloss(pen, profile) +
          mouth(
            pen,
            detail === "dipped" ? tones : { ...tones, deep: tones.dark, dark: tones.shade, shade: tones.base },
            [w, -h],
          ),
        { transform: "translate(-48 0)" },
      ),
      feet: [[-48, w - 56]],
    };
  },
};
