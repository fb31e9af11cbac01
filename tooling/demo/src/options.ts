import type { Localized } from "./localized.ts";

/** A second option beside colour; each value adds its surcharge in roubles. */
type SizeSet = { code: string; name: Localized; values: { code: string; name: Localized; surcharge: number }[] };

const same = (text: string): Localized => ({ ru: text, en: text });
const size: Localized = { ru: "Размер", en: "Size" };
const volume: Localized = { ru: "Объём", en: "Volume" };
const value = (code: string, name: Localized, surcharge = 0) => ({ code, name, surcharge });
const millilitres = (amount: number, surcharge = 0) =>
  value(`${amount}ml`, { ru: `${amount} мл`, en: `${amount} ml` }, surcharge);
const litres = (tenths: number, surcharge = 0) => {
  const [whole, rest] = [Math.floor(tenths / 10), tenths % 10];
  return value(
    `${tenths}dl`,
    { ru: rest ? `${whole},${rest} л` : `${whole} л`, en: rest ? `${whole}.${rest} l` : `${whole} l` },
    surcharge,
  );
};
const measure = (width: number, height: number, surcharge = 0) =>
  value(`${width}x${height}`, { ru: `${width} × ${height} см`, en: `${width} × ${height} cm` }, surcharge);
const gigabytes = (amount: number, surcharge = 0) =>
  value(`${amount}gb`, { ru: `${amount} ГБ`, en: `${amount} GB` }, surcharge);

export const sizeSets = {
  cup: { code: "volume", name: volume, values: [millilitres(250), millilitres(350, 200)] },
  flask: { code: "volume", name: volume, values: [millilitres(500), millilitres(750, 400)] },
  jar: { code: "volume", name: volume, values: [millilitres(500), millilitres(1000, 250), millilitres(1500, 500)] },
  pot: { code: "volume", name: volume, values: [litres(20), litres(35, 1500), litres(50, 3000)] },
  care: { code: "volume", name: volume, values: [millilitres(300), millilitres(500, 350)] },
  candle: {
    code: "size",
    name: size,
    values: [value("180g", { ru: "180 г", en: "180 g" }), value("320g", { ru: "320 г", en: "320 g" }, 800)],
  },
  print: { code: "size", name: size, values: [measure(30, 40), measure(50, 70, 1400)] },
  cushion: { code: "size", name: size, values: [measure(45, 45), measure(60, 60, 700)] },
  throw: { code: "size", name: size, values: [measure(130, 170), measure(180, 220, 2200)] },
  towel: { code: "size", name: size, values: [measure(50, 90), measure(70, 140, 900)] },
  bed: {
    code: "size",
    name: size,
    values: [
      value("single", { ru: "Полуторный", en: "Single" }),
      value("double", { ru: "Двуспальный", en: "Double" }, 1800),
      value("king", { ru: "Евро", en: "King" }, 2600),
    ],
  },
  clothes: {
    code: "size",
    name: size,
    values: ["S", "M", "L", "XL"].map((name) => value(name.toLowerCase(), same(name))),
  },
  shoes: {
    code: "size",
    name: size,
    values: [37, 38, 39, 40, 41, 42, 43, 44].map((name) => value(`${name}`, same(`${name}`))),
  },
  memory: {
    code: "memory",
    name: { ru: "Память", en: "Memory" },
    values: [gigabytes(128), gigabytes(256, 6000), gigabytes(512, 16000)],
  },
  layout: {
    code: "layout",
    name: { ru: "Раскладка", en: "Layout" },
    values: [
      value("ru", { ru: "Русская и латиница", en: "Cyrillic and Latin" }),
      value("en", { ru: "Латиница", en: "Latin" }),
    ],
  },
  ruling: {
    code: "ruling",
    name: { ru: "Линовка", en: "Ruling" },
    values: [
      value("dots", { ru: "В точку", en: "Dotted" }),
      value("lines", { ru: "В линейку", en: "Lined" }),
      value("blank", { ru: "Без линовки", en: "Blank" }),
    ],
  },
  plant: {
    code: "size",
    name: { ru: "Высота растения", en: "Plant height" },
    values: [
      value("small", { ru: "20–30 см", en: "20–30 cm" }),
      value("tall", { ru: "50–60 см", en: "50–60 cm" }, 1700),
    ],
  },
} as const satisfies Record<string, SizeSet>;

export type SizeSetName = keyof typeof sizeSets;
