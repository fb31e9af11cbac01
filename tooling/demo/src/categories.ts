import type { DemoCategory } from "./demo.ts";

const tree = {
  kitchen: [
    "Кухня",
    "Kitchen",
    {
      mugs: ["Кружки", "Mugs"],
      bowls: ["Миски", "Bowls"],
      teapots: ["Чайники", "Kettles and teapots"],
      cookware: ["Кастрюли", "Cookware"],
      storage: ["Хранение", "Food storage"],
      bottles: ["Бутылки и термосы", "Bottles and flasks"],
    },
  ],
  home: [
    "Дом и уют",
    "Home",
    {
      vases: ["Вазы", "Vases"],
      candles: ["Свечи", "Candles"],
      lamps: ["Лампы", "Lamps"],
      clocks: ["Часы для полки", "Shelf clocks"],
      prints: ["Постеры", "Prints"],
      plants: ["Растения", "Plants"],
      textiles: ["Пледы и подушки", "Throws and cushions"],
      baskets: ["Корзины", "Baskets"],
    },
  ],
  furniture: [
    "Мебель",
    "Furniture",
    {
      chairs: ["Стулья и табуреты", "Chairs and stools"],
      armchairs: ["Кресла", "Armchairs"],
      cabinets: ["Тумбы", "Cabinets"],
    },
  ],
  electronics: [
    "Техника",
    "Electronics",
    {
      speakers: ["Колонки и радио", "Speakers and radios"],
      headphones: ["Наушники", "Headphones"],
      phones: ["Смартфоны", "Phones"],
      keyboards: ["Клавиатуры", "Keyboards"],
      cameras: ["Фотоаппараты", "Cameras"],
    },
  ],
  wear: [
    "Одежда и сумки",
    "Clothes and bags",
    {
      clothes: ["Одежда", "Clothes"],
      shoes: ["Обувь", "Shoes"],
      bags: ["Сумки и рюкзаки", "Bags and backpacks"],
      accessories: ["Аксессуары", "Accessories"],
    },
  ],
  "books-and-games": [
    "Книги и игры",
    "Books and games",
    {
      books: ["Книги", "Books"],
      stationery: ["Блокноты и карандаши", "Stationery"],
      toys: ["Игрушки", "Toys"],
      games: ["Настольные игры", "Board games"],
    },
  ],
  bathroom: [
    "Ванная и спальня",
    "Bath and bedroom",
    {
      care: ["Уход", "Care"],
      towels: ["Полотенца", "Towels"],
      bedding: ["Постельное бельё", "Bed linen"],
    },
  ],
} as const;

type Tree = typeof tree;
/** The slug of a category that holds products. */
export type Leaf = { [Root in keyof Tree]: keyof Tree[Root][2] }[keyof Tree];

export const demoCategories: DemoCategory[] = Object.entries(tree).flatMap(([root, [ru, en, leaves]]) => [
  { slug: root, parent: null, name: { ru, en } },
  ...Object.entries<readonly [string, string]>(leaves).map(([slug, name]) => ({
    slug,
    parent: root,
    name: { ru: name[0], en: name[1] },
  })),
]);
