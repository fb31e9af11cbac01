import { d, ellipse, faded, group, path, stroke } from "#pictures/pen.ts";
import { slab } from "#pictures/shape.ts";
import { darkWood, tube, wood } from "./parts.ts";
import type { Template } from "./template.ts";

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
    const ribs = Array.from({ length: 27 }, (_, row) =>
      stroke(d`M${-188 + row * 14.4} ${hem - 34}v40`, [tones.dark, 3], faded(0.4)),
    );
    const knit = Array.from({ length: 16 }, (_, row) =>
      stroke(
        d`M-190 ${top + 60 + row * 29}${Array.from({ length: 16 }, () => "l12 9l12 -9").join("")}`,
        [row % 2 ? tones.dark : tones.light, 3],
        faded(0.28),
      ),
    );
    const neck: Record<string, string> = {
      tee:
        stroke(d`M-94 ${top + 2}C-60 ${top + 54} 60 ${top + 54} 94 ${top + 2}`, [tones.shade, 15]) +
        ellipse([64, top + 170, 22, 22], accent.base),
      sweater:
        group(
          knit.join("") +
            ribs.join("") +
            stroke(d`M-200 ${top + 150}H200M-200 ${top + 196}H200`, [accent.base, 22], faded(0.9)),
          { "clip-path": pen.clip(body) },
        ) +
        stroke(d`M-92 ${top}C-60 ${top + 48} 60 ${top + 48} 92 ${top}`, [tones.dark, 26]) +
        stroke(d`M-92 ${top - 3}C-60 ${top + 44} 60 ${top + 44} 92 ${top - 3}`, [tones.base, 17]),
      hoodie:
        path(
          d`M-108 ${top + 10}C-150 ${top - 70} -70 ${top - 84} 0 ${top - 70}C70 ${top - 84} 150 ${top - 70} 108 ${top + 10}C70 ${top + 88} -70 ${top + 88} -108 ${top + 10}Z`,
          pen.flat(tones),
        ) +
        path(
          d`M-66 ${top + 4}C-76 ${top - 38} 76 ${top - 38} 66 ${top + 4}C40 ${top + 54} -40 ${top + 54} -66 ${top + 4}Z`,
          tones.deep,
        ) +
        stroke(d`M-34 ${top + 58}v96M34 ${top + 58}v110`, [accent.light, 8]) +
        path(d`M-112 ${hem - 40}L-84 ${hem - 170}H84L112 ${hem - 40}Z`, tones.shade, faded(0.5)),
      shirt:
        path(
          d`M-92 ${top}L-20 ${top + 92}L-96 ${top + 66}L-120 ${top + 12}ZM92 ${top}L20 ${top + 92}L96 ${top + 66}L120 ${top + 12}Z`,
          pen.face({ ...tones, base: tones.light }),
        ) +
        stroke(d`M-14 ${top + 84}V${hem + 8}M16 ${top + 84}V${hem + 8}`, [tones.dark, 3], faded(0.5)) +
        [0, 1, 2, 3, 4].map((button) => ellipse([1, top + 116 + button * 84, 8, 8], accent.base)).join("") +
        path(slab([54, top + 150], [92, 104], 8), tones.shade, faded(0.4)),
    };
    const hang = stroke(d`M0 ${top - 16}V${top - 54}C0 ${top - 84} 40 ${top - 84} 36 ${top - 112}`, ["#8f9196", 9]);
    const hung =
      group(path(body, "#5d4a33") + path(sleeve(-1), "#5d4a33") + path(sleeve(1), "#5d4a33"), {
        transform: "translate(26 22)",
        ...faded(0.1),
      }) +
      ellipse([14, top - 118, 34, 34], pen.bulb(wood)) +
      hang +
      tube(d`M-150 ${top + 26}C-60 ${top - 22} 60 ${top - 22} 150 ${top + 26}`, 20, darkWood) +
      path(
        d`M-92 ${top}C-60 ${top - 22} 60 ${top - 22} 92 ${top}C60 ${top + 44} -60 ${top + 44} -92 ${top}Z`,
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
        d`M-150 ${top + 210}C-120 ${top + 320} -140 ${top + 420} -120 ${hem}M140 ${top + 220}C112 ${top + 330} 132 ${top + 420} 104 ${hem}`,
        [tones.dark, 9],
        faded(0.16),
      ) +
      (neck[detail] ?? neck["shirt"]!);
    return { body: group(hung, { transform: "scale(.92 1)" }), feet: [] };
  },
};
