import type { DemoAttribute } from "./demo.ts";
import type { Localized } from "./localized.ts";

const cm = { ru: "см", en: "cm" };
const ml = { ru: "мл", en: "ml" };
const hours = { ru: "ч", en: "h" };
const minutes = { ru: "мин", en: "min" };

export const demoAttributes = [
  { code: "color", name: { ru: "Цвет", en: "Colour" } },
  { code: "material", name: { ru: "Материал", en: "Material" } },
  { code: "volume", name: { ru: "Объём", en: "Volume" }, unit: ml },
  { code: "height", name: { ru: "Высота", en: "Height" }, unit: cm },
  { code: "width", name: { ru: "Ширина", en: "Width" }, unit: cm },
  { code: "diameter", name: { ru: "Диаметр", en: "Diameter" }, unit: cm },
  { code: "dishwasher", name: { ru: "Можно в посудомойку", en: "Dishwasher safe" } },
  { code: "handmade", name: { ru: "Ручная работа", en: "Handmade" } },
  { code: "burning_time", name: { ru: "Время горения", en: "Burning time" }, unit: hours },
  { code: "battery", name: { ru: "Работа без зарядки", en: "Battery life" }, unit: hours },
  { code: "screen", name: { ru: "Экран", en: "Screen" }, unit: { ru: "″", en: "″" } },
  { code: "wireless", name: { ru: "Беспроводная связь", en: "Wireless" } },
  { code: "light", name: { ru: "Освещение", en: "Light" } },
  { code: "pages", name: { ru: "Страниц", en: "Pages" } },
  { code: "age_from", name: { ru: "Возраст от, лет", en: "Age from, years" } },
  { code: "players", name: { ru: "Игроков до", en: "Players up to" } },
  { code: "playing_time", name: { ru: "Длительность партии", en: "Playing time" }, unit: minutes },
  { code: "load", name: { ru: "Выдерживает", en: "Holds up to" }, unit: { ru: "кг", en: "kg" } },
] as const satisfies DemoAttribute[];

export type AttributeCode = (typeof demoAttributes)[number]["code"];

/** Values that several products share, each translated once. */
export const terms = {
  stoneware: { ru: "каменная керамика", en: "stoneware" },
  porcelain: { ru: "фарфор", en: "porcelain" },
  clay: { ru: "красная глина", en: "red clay" },
  enamel: { ru: "эмалированная сталь", en: "enamelled steel" },
  steel: { ru: "нержавеющая сталь", en: "stainless steel" },
  iron: { ru: "чугун с эмалью", en: "enamelled cast iron" },
  glass: { ru: "стекло", en: "glass" },
  oak: { ru: "массив дуба", en: "solid oak" },
  birch: { ru: "массив берёзы", en: "solid birch" },
  walnut: { ru: "орех", en: "walnut" },
  beech: { ru: "массив бука", en: "solid beech" },
  velvet: { ru: "мебельный велюр", en: "upholstery velvet" },
  cotton: { ru: "хлопок", en: "cotton" },
  linen: { ru: "лён", en: "linen" },
  wool: { ru: "шерсть", en: "wool" },
  merino: { ru: "шерсть мериноса", en: "merino wool" },
  canvas: { ru: "плотный хлопок", en: "cotton canvas" },
  leather: { ru: "натуральная кожа", en: "leather" },
  seagrass: { ru: "морская трава", en: "seagrass" },
  straw: { ru: "рисовая соломка", en: "rice straw" },
  soywax: { ru: "соевый воск", en: "soy wax" },
  aluminium: { ru: "алюминий", en: "aluminium" },
  plastic: { ru: "переработанный пластик", en: "recycled plastic" },
  paper: { ru: "бумага", en: "paper" },
  acetate: { ru: "ацетат", en: "acetate" },
  plush: { ru: "плюш", en: "plush" },
  shade: { ru: "тень и полутень", en: "shade to half-shade" },
  bright: { ru: "светлое место без прямого солнца", en: "bright, no direct sun" },
  sun: { ru: "солнечный подоконник", en: "a sunny windowsill" },
} as const satisfies Record<string, Localized>;

export type Term = keyof typeof terms;
