import { d, ellipse, faded, group, path, stroke } from "#pictures/pen.ts";
import { slab } from "#pictures/shape.ts";
import { darkWood, tube, wood } from "./parts.ts";
import type { Brief, Template } from "./template.ts";

const [TOP, HEM] = [-604, -46];

/** Rows of knitting, a ribbed hem and two stripes. */
function knitted({ pen, tones, accent }: Brief, body: string): string {
  const ribs = Array.from({ length: 27 }, (_, row) =>
    stroke(d`M${-188 + row * 14.4} ${HEM - 34}v40`, [tones.dark, 3], faded(0.4)),
  );
  const knit = Array.from({ length: 16 }, (_, row) =>
    stroke(
      d`M-190 ${TOP + 60 + row * 29}${Array.from({ length: 16 }, () => "l12 9l12 -9").join("")}`,
      [row % 2 ? tones.dark : tones.light, 3],
      faded(0.28),
    ),
  );
  return (
    group(
      knit.join("") +
        ribs.join("") +
        stroke(d`M-200 ${TOP + 150}H200M-200 ${TOP + 196}H200`, [accent.base, 22], faded(0.9)),
      { "clip-path": pen.clip(body) },
    ) +
    stroke(d`M-92 ${TOP}C-60 ${TOP + 48} 60 ${TOP + 48} 92 ${TOP}`, [tones.dark, 26]) +
    stroke(d`M-92 ${TOP - 3}C-60 ${TOP + 44} 60 ${TOP + 44} 92 ${TOP - 3}`, [tones.base, 17])
  );
}

/** What makes each garment itself: neck, print, pockets and buttons. */
function detailsOf(brief: Brief, body: string): Record<string, string> {
  const { pen, tones, accent } = brief;
  return {
    tee:
      stroke(d`M-94 ${TOP + 2}C-60 ${TOP + 54} 60 ${TOP + 54} 94 ${TOP + 2}`, [tones.shade, 15]) +
      ellipse([64, TOP + 170, 22, 22], accent.base),
    sweater: knitted(brief, body),
    hoodie:
      path(
        d`M-108 ${TOP + 10}C-150 ${TOP - 70} -70 ${TOP - 84} 0 ${TOP - 70}C70 ${TOP - 84} 150 ${TOP - 70} 108 ${TOP + 10}C70 ${TOP + 88} -70 ${TOP + 88} -108 ${TOP + 10}Z`,
        pen.flat(tones),
      ) +
      path(
        d`M-66 ${TOP + 4}C-76 ${TOP - 38} 76 ${TOP - 38} 66 ${TOP + 4}C40 ${TOP + 54} -40 ${TOP + 54} -66 ${TOP + 4}Z`,
        tones.deep,
      ) +
      stroke(d`M-34 ${TOP + 58}v96M34 ${TOP + 58}v110`, [accent.light, 8]) +
      path(d`M-112 ${HEM - 40}L-84 ${HEM - 170}H84L112 ${HEM - 40}Z`, tones.shade, faded(0.5)),
    shirt:
      path(
        d`M-92 ${TOP}L-20 ${TOP + 92}L-96 ${TOP + 66}L-120 ${TOP + 12}ZM92 ${TOP}L20 ${TOP + 92}L96 ${TOP + 66}L120 ${TOP + 12}Z`,
        pen.face({ ...tones, base: tones.light }),
      ) +
      stroke(d`M-14 ${TOP + 84}V${HEM + 8}M16 ${TOP + 84}V${HEM + 8}`, [tones.dark, 3], faded(0.5)) +
      [0, 1, 2, 3, 4].map((button) => ellipse([1, TOP + 116 + button * 84, 8, 8], accent.base)).join("") +
      path(slab([54, TOP + 150], [92, 104], 8), tones.shade, faded(0.4)),
  };
}

/** Clothes on a hanger and a wall peg. */
export const shirt: Template = {
  noun: { ru: "Рубашка", en: "shirt", gender: 1 },
  nouns: {
    tee: { ru: "Футболка", en: "T-shirt", gender: 1 },
    sweater: { ru: "Свитер", en: "sweater", gender: 0 },
    hoodie: { ru: "Худи", en: "hoodie", gender: 2 },
  },
  closeUp: [0, -440, 460],
  draw(brief) {
    const { pen, tones, detail = "shirt" } = brief;
    const short = detail === "tee";
    const cuff = short ? -380 : -150;
    const sleeve = (side: number) =>
      short
        ? d`M${side * 150} ${TOP + 36}L${side * 306} ${TOP + 190}L${side * 232} ${TOP + 262}L${side * 176} ${TOP + 214}Z`
        : d`M${side * 148} ${TOP + 34}C${side * 238} ${TOP + 76} ${side * 262} ${TOP + 230} ${side * 286} ${cuff}L${side * 212} ${cuff + 12}C${side * 204} ${TOP + 330} ${side * 200} ${TOP + 260} ${side * 168} ${TOP + 200}Z`;
    const body = d`M-92 ${TOP}C-60 ${TOP + 44} 60 ${TOP + 44} 92 ${TOP}L158 ${TOP + 34}C186 ${TOP + 120} 178 ${TOP + 240} 188 ${HEM}Q0 ${HEM + 20} -188 ${HEM}C-178 ${TOP + 240} -186 ${TOP + 120} -158 ${TOP + 34}Z`;
    const hang = stroke(d`M0 ${TOP - 16}V${TOP - 54}C0 ${TOP - 84} 40 ${TOP - 84} 36 ${TOP - 112}`, ["#8f9196", 9]);
    const hung =
      group(path(body, "#5d4a33") + path(sleeve(-1), "#5d4a33") + path(sleeve(1), "#5d4a33"), {
        transform: "translate(26 22)",
        ...faded(0.1),
      }) +
      ellipse([14, TOP - 118, 34, 34], pen.bulb(wood)) +
      hang +
      tube(d`M-150 ${TOP + 26}C-60 ${TOP - 22} 60 ${TOP - 22} 150 ${TOP + 26}`, 20, darkWood) +
      path(
        d`M-92 ${TOP}C-60 ${TOP - 22} 60 ${TOP - 22} 92 ${TOP}C60 ${TOP + 44} -60 ${TOP + 44} -92 ${TOP}Z`,
        tones.dark,
      ) +
      path(
        sleeve(-1),
        pen.across([
          [0, tones.base],
          [0.4, tones.light],
          [1, tones.shade],
        ]),
      ) +
      path(
        sleeve(1),
        pen.across([
          [0, tones.shade],
          [0.6, tones.base],
          [1, tones.dark],
        ]),
      ) +
      (short
        ? ""
        : [-1, 1]
            .map((side) =>
              stroke(d`M${side * 214} ${cuff - 6}L${side * 282} ${cuff - 18}`, [tones.dark, 5], faded(0.5)),
            )
            .join("")) +
      path(
        body,
        pen.across([
          [0, tones.shade],
          [0.2, tones.light],
          [0.42, tones.base],
          [0.6, tones.light],
          [1, tones.shade],
        ]),
      ) +
      stroke(
        d`M-150 ${TOP + 210}C-120 ${TOP + 320} -140 ${TOP + 420} -120 ${HEM}M140 ${TOP + 220}C112 ${TOP + 330} 132 ${TOP + 420} 104 ${HEM}`,
        [tones.dark, 9],
        faded(0.16),
      ) +
      (detailsOf(brief, body)[detail] ?? "");
    return { body: group(hung, { transform: "scale(.92 1)" }), feet: [] };
  },
};
