import { capital, type Localized, slugOf } from "./localized.ts";
import { GOODS } from "./words/goods.ts";

export type Gender = "м" | "ж" | "с" | "мн";

export interface MadeCategory {
  slug: string;
  parent: string | null;
  name: Localized;
  /** Among its siblings. */
  position: number;
}

/** What a product may be: a category that holds products. */
export interface Kind {
  category: string;
  /** Slug of its department, a root category. */
  department: string;
  type: string;
  noun: Localized;
  gender: Gender;
  /** Usual price in roubles of its group. */
  price: number;
}

export interface Tree {
  /** Parents before children. */
  categories: MadeCategory[];
  kinds: Kind[];
}

/** Some 450 categories on three levels. */
export function readTree(): Tree {
  const tree: Tree = { categories: [], kinds: [] };
  for (const block of GOODS.trim().split("\n\n")) readDepartment(block.split("\n"), tree);
  return tree;
}

function readDepartment([head = "", ...lines]: string[], tree: Tree): void {
  const [ru = "", en = ""] = head.split("|");
  const department = slugOf(en);
  const roots = tree.categories.filter(({ parent }) => parent === null).length;
  tree.categories.push({ slug: department, parent: null, name: { ru, en }, position: roots });
  for (const [position, line] of lines.entries()) {
    const [group = "", kinds = ""] = line.split(": ");
    const [name = "", english = "", type = "", price] = group.split("|");
    const slug = `${department}-${slugOf(english)}`;
    tree.categories.push({ slug, parent: department, name: { ru: name, en: english }, position });
    for (const [index, kind] of kinds.split("; ").entries()) {
      const { plural, ...told } = readKind(kind);
      const taken = tree.categories.some((category) => category.slug === slugOf(plural.en));
      const category = taken ? `${slug}-${slugOf(plural.en)}` : slugOf(plural.en);
      tree.categories.push({ slug: category, parent: slug, name: plural, position: index });
      tree.kinds.push({ ...told, category, department, type, price: Number(price) });
    }
  }
}

/** "Нож м Ножи=knife/knives". */
function readKind(text: string): { noun: Localized; plural: Localized; gender: Gender } {
  const found = /^(.+?) (м|ж|с|мн) (.+)=([^/]+)(?:\/(.+))?$/.exec(text);
  if (!found) throw new SyntaxError(`"${text}" is no kind of goods.`);
  const [, ru = "", gender, many = "", en = "", several = pluralOf(en)] = found;
  return { noun: { ru, en }, gender: gender as Gender, plural: { ru: many, en: capital(several) } };
}

function pluralOf(noun: string): string {
  if (/(s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
