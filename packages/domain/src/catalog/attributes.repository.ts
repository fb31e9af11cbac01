import type { Attribute, AttributeTerms, AttributeUse } from "./attribute.ts";
import type { ProductType, ProductTypeDraft } from "./product-type.ts";

export interface AttributesPage {
  /** A part of the code or the name; undefined: all. */
  text?: string | undefined;
  /** The last code of the page before. */
  after: string | null;
  limit: number;
}

export interface AttributesReader {
  /** By code. */
  list(page: AttributesPage): Promise<Attribute[]>;
  find(code: string): Promise<Attribute | null>;
  /** Products that say something of it, in themselves or their variants, and types that have it. `values`: only with one of these. */
  use(code: string, values?: readonly string[]): Promise<AttributeUse>;
  /** By code of the type. */
  types(limit: number): Promise<ProductType[]>;
  findType(id: string): Promise<ProductType | null>;
  productsOfType(id: string): Promise<number>;
}

export interface AttributesRepository extends AttributesReader {
  /** @throws AttributeCodeTaken */
  add(code: string, terms: AttributeTerms): Promise<void>;
  /** Holds the attribute until the transaction ends: no product begins to use it meanwhile. */
  lock(code: string): Promise<Attribute | null>;
  /** Raises the version by one. */
  save(code: string, terms: AttributeTerms): Promise<void>;
  remove(code: string): Promise<void>;

  /** @throws TypeCodeTaken @throws InvalidAttributes for one that is not there */
  addType(id: string, draft: ProductTypeDraft): Promise<void>;
  /** Holds the type until the transaction ends. */
  lockType(id: string): Promise<ProductType | null>;
  /** Raises the version by one. @throws TypeCodeTaken @throws InvalidAttributes for one that is not there */
  saveType(id: string, draft: ProductTypeDraft): Promise<void>;
  removeType(id: string): Promise<void>;
}
