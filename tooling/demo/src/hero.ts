import type { Localized } from "./localized.ts";
import type { Files } from "./pictures/render.ts";
import { shelfSvg, type Cast } from "./pictures/scene.ts";

/** A long shelf for the head of a page; its files are named `<key>-<width>.<format>`. */
export type Hero = { key: string; alt: Localized; width: number; height: number; files: Files; svg: () => string };

/** Every hero is laid out on this shelf and shown at its own size. */
const SHELF = { width: 2400, height: 1000 };

type Standing = readonly [x: number, scale: number, cast: Omit<Cast, "seed">];

const hero = (key: string, [ru, en]: readonly [string, string], standing: readonly Standing[]): Hero => {
  const large = key === "hero-shop";
  const [width, height] = large ? [2400, 1000] : [1200, 500];
  return {
    key,
    alt: { ru, en },
    width,
    height,
    files: large ? { webp: [640, 1200, 2400], avif: [640, 1200, 2400] } : { webp: [640, 1200], avif: [640, 1200] },
    svg: () =>
      shelfSvg(
        { width, height },
        SHELF,
        standing.map(([x, scale, cast]) => ({ ...cast, seed: key, x, scale })),
      ),
  };
};

/** The home page's shelf leaves its left side to the headline; a root category's is `hero-<slug>`. */
export const demoHero: Hero[] = [
  hero(
    "hero-shop",
    [
      "Полка с лампой, книгами, чайником, кружкой и растением",
      "A shelf with a lamp, books, a teapot, a mug and a plant",
    ],
    [
      [1030, 0.9, { template: "lamp", detail: "mushroom", colour: "mustard", accent: "brown" }],
      [1345, 0.6, { template: "books", detail: "stack", colour: "terracotta", accent: "navy" }],
      [1650, 0.64, { template: "kettle", detail: "teapot", colour: "teal", accent: "birch" }],
      [1935, 0.5, { template: "mug", detail: "dipped", colour: "rose", accent: "milk" }],
      [2190, 0.84, { template: "plant", detail: "rubber", colour: "white", accent: "green" }],
    ],
  ),
  hero(
    "hero-kitchen",
    ["Полка с посудой", "A shelf of kitchenware"],
    [
      [300, 0.8, { template: "jar", colour: "oak", accent: "caramel" }],
      [660, 0.8, { template: "kettle", detail: "hob", colour: "red", accent: "milk" }],
      [1050, 0.62, { template: "mug", detail: "dots", colour: "sky", accent: "white" }],
      [1430, 0.72, { template: "bowl", detail: "rim", colour: "terracotta", accent: "milk" }],
      [1800, 0.94, { template: "bottle", detail: "loop", colour: "olive", accent: "graphite" }],
      [2130, 0.66, { template: "pan", detail: "cast", colour: "mustard", accent: "milk" }],
    ],
  ),
  hero(
    "hero-home",
    ["Полка с лампой, вазой, свечой и часами", "A shelf with a lamp, a vase, a candle and a clock"],
    [
      [320, 0.95, { template: "lamp", detail: "cone", colour: "milk", accent: "walnut" }],
      [690, 0.9, { template: "vase", detail: "drop", colour: "terracotta", accent: "sand" }],
      [1030, 0.7, { template: "candle", colour: "sage", accent: "graphite" }],
      [1410, 0.95, { template: "frame", detail: "hills", colour: "birch", accent: "teal" }],
      [1790, 0.76, { template: "clock", colour: "green", accent: "red" }],
      [2130, 0.92, { template: "plant", detail: "snake", colour: "terracotta", accent: "green" }],
    ],
  ),
  hero(
    "hero-furniture",
    ["Кресло, стулья и тумба", "An armchair, chairs and a cabinet"],
    [
      [330, 0.9, { template: "chair", detail: "slats", colour: "oak", accent: "green" }],
      [800, 0.96, { template: "armchair", colour: "sage", accent: "mustard" }],
      [1270, 0.84, { template: "cabinet", detail: "niche", colour: "walnut", accent: "milk" }],
      [1680, 0.84, { template: "stool", colour: "birch", accent: "terracotta" }],
      [2080, 0.9, { template: "chair", detail: "shell", colour: "birch", accent: "terracotta" }],
    ],
  ),
  hero(
    "hero-electronics",
    ["Радиоприёмник, наушники, фотоаппарат и клавиатура", "A radio, headphones, a camera and a keyboard"],
    [
      [310, 0.9, { template: "speaker", detail: "tower", colour: "walnut", accent: "copper" }],
      [700, 0.86, { template: "headphones", colour: "milk", accent: "sage" }],
      [1110, 0.74, { template: "camera", colour: "brown", accent: "red" }],
      [1500, 0.8, { template: "phone", detail: "two", colour: "sage", accent: "peach" }],
      [1960, 0.84, { template: "speaker", detail: "radio", colour: "mustard", accent: "red" }],
    ],
  ),
  hero(
    "hero-wear",
    ["Рюкзак, кеды, шапка и сумка", "A backpack, sneakers, a beanie and a bag"],
    [
      [340, 0.92, { template: "backpack", detail: "roll", colour: "olive", accent: "caramel" }],
      [790, 0.76, { template: "shoe", detail: "low", colour: "blue", accent: "white" }],
      [1250, 0.8, { template: "hat", detail: "beanie", colour: "mustard", accent: "milk" }],
      [1660, 0.92, { template: "tote", detail: "leather", colour: "caramel", accent: "brown" }],
      [2080, 0.7, { template: "stack", detail: "knit", colour: "plum", accent: "rose" }],
    ],
  ),
  hero(
    "hero-books-and-games",
    ["Книги, блокнот, игрушки и игры", "Books, a notebook, toys and games"],
    [
      [310, 0.84, { template: "books", detail: "cover", colour: "navy", accent: "mustard" }],
      [700, 0.78, { template: "toy", detail: "car", colour: "red", accent: "milk" }],
      [1100, 0.82, { template: "toy", detail: "rings", colour: "teal", accent: "mustard" }],
      [1460, 0.86, { template: "toy", detail: "bear", colour: "caramel", accent: "sand" }],
      [1800, 0.8, { template: "pencils", colour: "graphite", accent: "terracotta" }],
      [2130, 0.76, { template: "game", detail: "hexes", colour: "navy", accent: "teal" }],
    ],
  ),
  hero(
    "hero-bathroom",
    ["Полотенца, флаконы и бельё", "Towels, bottles and linen"],
    [
      [380, 0.84, { template: "stack", detail: "towels", colour: "white", accent: "sky" }],
      [820, 0.9, { template: "pump", colour: "green", accent: "black" }],
      [1120, 0.8, { template: "pump", colour: "caramel", accent: "white" }],
      [1480, 0.66, { template: "candle", colour: "white", accent: "navy" }],
      [1960, 0.84, { template: "stack", detail: "linen", colour: "lavender", accent: "milk" }],
    ],
  ),
];
