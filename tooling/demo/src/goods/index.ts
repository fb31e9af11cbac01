import { bags } from "./bags.ts";
import { bathroom } from "./bathroom.ts";
import { books } from "./books.ts";
import { clothes } from "./clothes.ts";
import { decor } from "./decor.ts";
import { electronics } from "./electronics.ts";
import { furniture } from "./furniture.ts";
import type { Good } from "./good.ts";
import { kitchen } from "./kitchen.ts";
import { plants } from "./plants.ts";
import { tableware } from "./tableware.ts";
import { toys } from "./toys.ts";

export const goods: readonly Good[] = [
  ...tableware,
  ...kitchen,
  ...decor,
  ...plants,
  ...furniture,
  ...electronics,
  ...clothes,
  ...bags,
  ...books,
  ...toys,
  ...bathroom,
];
