export type { CatalogTables } from "./catalog.tables.ts";
export { createCatalogReader, createCatalogRepository } from "./catalog.repository.ts";
export { createCategoriesReader, createCategoriesRepository } from "./categories.repository.ts";
export { createImportsRepository } from "./imports.repository.ts";
export { createImportsReader } from "./imports-reader.ts";
export { createProductsRepository } from "./products.repository.ts";
export { createMediaReader, createMediaRepository } from "./media.repository.ts";
export { createAttributesRepository } from "./attributes.repository.ts";
export { createCollectionsReader, createCollectionsRepository } from "./collections.repository.ts";
