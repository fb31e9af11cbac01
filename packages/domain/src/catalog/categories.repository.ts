import type { Ancestors, CategoryChoice, CategoryMove, PlacedCategory, ShopCategory } from "./category.ts";
import type { NewCategory } from "./catalog.repository.ts";

/** What has an address of its own beside products. */
export type Addressed = "category" | "collection" | "product";

/** Where a list by position goes on: the last row of the page before. */
export type CategoryPosition = Pick<ShopCategory, "position" | "id">;

export interface CategoriesReader {
  /** Directly below the parent, in their order. */
  list(parentId: string | null, page: { after: CategoryPosition | null; limit: number }): Promise<ShopCategory[]>;
  find(id: string): Promise<PlacedCategory | null>;
  /** Those with a word that begins so in their name, in any language, the shallow ones first. */
  choices(text: string, limit: number): Promise<CategoryChoice[]>;
  /** The present address of what was once found at `slug`. */
  movedTo(kind: Addressed, slug: string): Promise<string | null>;
}

export interface CategoriesRepository extends CategoriesReader {
  /** Changes of the tree go one after the other; held to the end of the transaction. */
  lockTree(): Promise<void>;
  ancestorsOf(id: string): Promise<Ancestors | null>;
  /** Levels from the category down, 1 when nothing is below it. */
  heightOf(id: string): Promise<number>;
  takenSlugs(kind: Addressed, slugs: string[]): Promise<string[]>;
  /** As the last of its siblings. @throws AddressTaken */
  addLast(category: Omit<NewCategory, "key" | "position">): Promise<void>;
  /** Saves name, address and version; the former address leads to the new one. @throws AddressTaken */
  save(category: Pick<ShopCategory, "id" | "name" | "slug" | "version">): Promise<void>;
  /** The category with all below it, and the order of its new siblings, by one statement. */
  move(move: Omit<CategoryMove, "version">): Promise<void>;
  remove(id: string): Promise<void>;
}
